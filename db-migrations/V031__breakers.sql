-- Whether a provider answers is known for each of its accounts, so that one tenant's broken account stops nobody else;
-- the row without an account stands for all of them.
alter table breakers
  add column account_sid varchar(64) character set ascii collate ascii_bin not null default '' after gateway,
  drop primary key,
  add primary key (gateway, account_sid),
  add key breakers_state (state);
