-- Who may come in: organizations, the people who sign in, their roles, what other programs may do, and what was done.

create table organizations (
  organization_id bigint not null primary key,
  name varchar(120) not null,
  slug varchar(60) character set ascii collate ascii_bin not null,
  country char(2) character set ascii collate ascii_bin not null default 'US',
  zone varchar(64) character set ascii collate ascii_bin not null default 'America/Los_Angeles',
  language varchar(8) character set ascii collate ascii_bin not null default 'en',
  help_words varchar(320) not null default '',
  opt_out_words varchar(320) not null default '',
  texting_from time not null default '09:00:00',
  texting_until time not null default '20:30:00',
  first_batch int not null default 50,
  reply_batch int not null default 25,
  undo_seconds int not null default 5,
  demo boolean not null default false,
  created_at datetime(6) not null,
  unique key organizations_slug (slug),
  constraint organizations_hours check (texting_from >= '08:00:00' and texting_until <= '21:00:00' and texting_from < texting_until)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table accounts (
  account_id bigint not null primary key,
  email varchar(254) collate utf8mb4_bin not null,
  name varchar(120) not null,
  password_hash varchar(255) character set ascii collate ascii_bin null,
  language varchar(8) character set ascii collate ascii_bin null,
  created_at datetime(6) not null,
  signed_in_at datetime(6) null,
  unique key accounts_email (email)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table invitations (
  invitation_id bigint not null primary key,
  organization_id bigint not null,
  token_hash char(64) character set ascii collate ascii_bin not null,
  token_sealed varchar(400) character set ascii collate ascii_bin not null,
  roles varchar(80) character set ascii collate ascii_bin not null,
  landing_id bigint null,
  label varchar(120) not null default '',
  max_uses int not null,
  uses int not null default 0,
  expires_at datetime(6) not null,
  revoked_at datetime(6) null,
  made_by_member_id bigint null,
  created_at datetime(6) not null,
  unique key invitations_token (token_hash),
  key invitations_organization (organization_id, created_at),
  constraint invitations_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint invitations_uses check (uses >= 0 and uses <= max_uses)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table members (
  member_id bigint not null primary key,
  organization_id bigint not null,
  account_id bigint not null,
  roles varchar(80) character set ascii collate ascii_bin not null,
  joined_at datetime(6) not null,
  suspended_at datetime(6) null,
  used_at datetime(6) null,
  invitation_id bigint null,
  unique key members_once (organization_id, account_id),
  key members_account (account_id),
  key members_invitation (invitation_id),
  constraint members_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint members_account_fk foreign key (account_id) references accounts (account_id),
  constraint members_invitation_fk foreign key (invitation_id) references invitations (invitation_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- A link by which one person makes a new password, once: where there is no e-mail, an admin makes it.
create table reset_links (
  token_hash char(64) character set ascii collate ascii_bin not null primary key,
  account_id bigint not null,
  made_by_member_id bigint null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  used_at datetime(6) null,
  key reset_links_account (account_id),
  constraint reset_links_account_fk foreign key (account_id) references accounts (account_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table api_tokens (
  api_token_id bigint not null primary key,
  organization_id bigint not null,
  name varchar(120) not null,
  token_hash char(64) character set ascii collate ascii_bin not null,
  token_start varchar(16) character set ascii collate ascii_bin not null,
  scopes varchar(600) character set ascii collate ascii_bin not null,
  made_by_member_id bigint null,
  created_at datetime(6) not null,
  used_at datetime(6) null,
  revoked_at datetime(6) null,
  unique key api_tokens_token (token_hash),
  key api_tokens_organization (organization_id, created_at),
  constraint api_tokens_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Append-only: no code path updates or deletes a row.
create table audit_log (
  audit_id bigint not null primary key,
  organization_id bigint not null,
  happened_at datetime(6) not null,
  actor_kind varchar(10) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  verb varchar(60) character set ascii collate ascii_bin not null,
  subject_kind varchar(40) character set ascii collate ascii_bin not null,
  subject_id bigint null,
  detail varchar(2000) not null default '',
  key audit_log_time (organization_id, happened_at),
  key audit_log_subject (organization_id, subject_kind, subject_id),
  constraint audit_log_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
