-- What authenticators know an account by, instead of anything that says whose it is.
create table passkey_owners (
  account_id bigint not null primary key,
  handle varchar(100) character set ascii collate ascii_bin not null,
  unique key passkey_owners_handle (handle),
  constraint passkey_owners_account_fk foreign key (account_id) references accounts (account_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table passkeys (
  passkey_id bigint not null primary key,
  account_id bigint not null,
  credential_hash char(64) character set ascii collate ascii_bin not null,
  credential varchar(1400) character set ascii collate ascii_bin not null,
  public_key blob not null,
  attestation blob not null,
  signatures bigint not null,
  verified boolean not null,
  movable boolean not null,
  backed_up boolean not null,
  transports varchar(100) character set ascii collate ascii_bin not null,
  label varchar(120) not null,
  created_at datetime(6) not null,
  used_at datetime(6) null,
  unique key passkeys_credential (credential_hash),
  key passkeys_account (account_id),
  constraint passkeys_account_fk foreign key (account_id) references accounts (account_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Browsers that stay signed in. The word that lets in changes each time; the one before is good for a moment, for what a
-- browser asked at once.
create table remembered_devices (
  device_id bigint not null primary key,
  account_id bigint not null,
  series_hash char(64) character set ascii collate ascii_bin not null,
  word_hash char(64) character set ascii collate ascii_bin not null,
  former_hash char(64) character set ascii collate ascii_bin null,
  label varchar(120) not null,
  created_at datetime(6) not null,
  used_at datetime(6) not null,
  expires_at datetime(6) not null,
  unique key remembered_devices_series (series_hash),
  key remembered_devices_account (account_id),
  key remembered_devices_old (expires_at),
  constraint remembered_devices_account_fk foreign key (account_id) references accounts (account_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Who has read once how this works; everyone who is here already knows.
alter table members add column welcomed_at datetime(6) null;
update members set welcomed_at = joined_at;
