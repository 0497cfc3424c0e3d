-- How a member is told that replies wait while Rung is closed. told_until_at: how far they were told already.
create table alert_choices (
  member_id bigint not null primary key,
  organization_id bigint not null,
  digest boolean not null default false,
  quiet_from time null,
  quiet_until time null,
  told_until_at datetime(6) null,
  digested_at datetime(6) null,
  key alert_choices_organization (organization_id),
  key alert_choices_digest (digest, digested_at),
  constraint alert_choices_member_fk foreign key (member_id) references members (member_id),
  constraint alert_choices_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Browsers that asked to be woken; whose they are changes with whoever signs in and asks there last.
create table push_subscriptions (
  push_subscription_id bigint not null primary key,
  organization_id bigint not null,
  member_id bigint not null,
  endpoint varchar(1000) character set ascii collate ascii_bin not null,
  endpoint_hash char(64) character set ascii collate ascii_bin not null,
  public_key varchar(100) character set ascii collate ascii_bin not null,
  auth varchar(40) character set ascii collate ascii_bin not null,
  failures smallint not null default 0,
  created_at datetime(6) not null,
  unique key push_subscriptions_endpoint (endpoint_hash),
  key push_subscriptions_member (member_id),
  key push_subscriptions_organization (organization_id),
  constraint push_subscriptions_member_fk foreign key (member_id) references members (member_id),
  constraint push_subscriptions_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- The one key by which push services know this Rung; browsers are bound to it.
create table push_keys (
  push_key_id tinyint not null primary key,
  public_key varchar(200) character set ascii collate ascii_bin not null,
  private_sealed varchar(600) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null
) character set utf8mb4 collate utf8mb4_unicode_ci;
