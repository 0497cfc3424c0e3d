-- How an organization takes money online. Keys are sealed; hook_code is the unguessable part of the address at which its
-- provider knocks, so that each knock is read with one organization's secret. mark_at: until when the books were compared.
create table payment_accounts (
  organization_id bigint not null primary key,
  word varchar(40) character set ascii collate ascii_bin not null,
  hook_code varchar(40) character set ascii collate ascii_bin not null,
  secret_sealed varchar(600) character set ascii collate ascii_bin null,
  signing_sealed varchar(600) character set ascii collate ascii_bin null,
  live tinyint(1) not null default 0,
  simulated tinyint(1) not null default 0,
  charges tinyint(1) not null default 0,
  opened tinyint(1) not null default 0,
  currency char(3) character set ascii collate ascii_bin not null,
  amounts varchar(120) character set ascii collate ascii_bin not null,
  about varchar(600) not null default '',
  account_name varchar(200) not null default '',
  checked_at datetime(6) null,
  trouble varchar(12) character set ascii collate ascii_bin null,
  mark_at datetime(6) null,
  compared_at datetime(6) null,
  unique key payment_accounts_word (word),
  unique key payment_accounts_hook (hook_code),
  constraint payment_accounts_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- A link that gives in one person's name. The token says nothing; taken back or expired it opens the page of nobody.
create table give_links (
  give_link_id bigint not null primary key,
  organization_id bigint not null,
  supporter_id bigint not null,
  token varchar(40) character set ascii collate ascii_bin not null,
  member_id bigint null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  revoked_at datetime(6) null,
  unique key give_links_token (token),
  key give_links_supporter (supporter_id, expires_at),
  key give_links_organization (organization_id),
  key give_links_member (member_id),
  constraint give_links_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint give_links_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint give_links_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Somebody was sent to the provider to pay. session_id is null while the provider is asked for a page.
create table checkouts (
  checkout_id bigint not null primary key,
  organization_id bigint not null,
  supporter_id bigint null,
  session_id varchar(120) character set ascii collate ascii_bin null,
  state varchar(10) character set ascii collate ascii_bin not null,
  monthly tinyint(1) not null,
  minor bigint not null,
  currency char(3) character set ascii collate ascii_bin not null,
  language varchar(5) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  ended_at datetime(6) null,
  unique key checkouts_session (organization_id, session_id),
  key checkouts_supporter (supporter_id),
  constraint checkouts_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint checkouts_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete set null
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What the provider told us, each event once; handled_at is null while it waits. subject_id is the object to look at.
create table provider_events (
  organization_id bigint not null,
  told_key varchar(120) character set ascii collate ascii_bin not null,
  type varchar(80) character set ascii collate ascii_bin not null,
  subject_id varchar(120) character set ascii collate ascii_bin not null,
  told_at datetime(6) not null,
  handled_at datetime(6) null,
  tries int not null default 0,
  next_at datetime(6) null,
  primary key (organization_id, told_key),
  key provider_events_waiting (next_at),
  constraint provider_events_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
