-- A mobile number that its person has proved to hold; whoever proves it last has it.
alter table accounts
  add column mobile_phone varchar(20) character set ascii collate ascii_bin null,
  add column mobile_verified_at datetime(6) null,
  add unique key accounts_mobile (mobile_phone);

-- Codes to sign in with, or to prove an address by. Unknown addresses get a row, too, so that asking takes the same time.
-- The code's hash has the browser's own word in it: six digits alone could be found from their hash.
create table one_time_codes (
  ask_hash char(64) character set ascii collate ascii_bin not null primary key,
  asked_hash char(64) character set ascii collate ascii_bin not null,
  account_id bigint null,
  purpose varchar(10) character set ascii collate ascii_bin not null,
  way varchar(5) character set ascii collate ascii_bin not null,
  target varchar(254) null,
  code_hash char(64) character set ascii collate ascii_bin not null,
  link_hash char(64) character set ascii collate ascii_bin not null,
  sealed varchar(400) character set ascii collate ascii_bin null,
  tries tinyint not null default 0,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  carry_at datetime(6) null,
  used_at datetime(6) null,
  unique key one_time_codes_link (link_hash),
  key one_time_codes_asked (asked_hash, created_at),
  key one_time_codes_account (account_id),
  key one_time_codes_carry (carry_at),
  key one_time_codes_old (expires_at),
  constraint one_time_codes_account_fk foreign key (account_id) references accounts (account_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Letters to people about their own account: gone once they left or are of no more use, and sealed until then.
create table account_letters (
  letter_id bigint not null primary key,
  account_id bigint not null,
  email varchar(254) not null,
  sealed varchar(4000) character set ascii collate ascii_bin not null,
  due_at datetime(6) not null,
  good_until_at datetime(6) not null,
  tries tinyint not null default 0,
  key account_letters_due (due_at),
  key account_letters_account (account_id),
  constraint account_letters_account_fk foreign key (account_id) references accounts (account_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
