-- A campaign and its script. A script's versions are never edited: a change makes the next one.
create table scripts (
  script_id bigint not null primary key,
  organization_id bigint not null,
  name varchar(120) not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  retired_at datetime(6) null,
  key scripts_organization (organization_id, updated_at),
  constraint scripts_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table script_versions (
  script_version_id bigint not null primary key,
  organization_id bigint not null,
  script_id bigint not null,
  number int not null,
  tree json not null,
  made_by_member_id bigint null,
  created_at datetime(6) not null,
  unique key script_versions_number (script_id, number),
  key script_versions_organization (organization_id),
  key script_versions_made_by (made_by_member_id),
  constraint script_versions_script_fk foreign key (script_id) references scripts (script_id),
  constraint script_versions_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint script_versions_made_by_fk foreign key (made_by_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table campaigns (
  campaign_id bigint not null primary key,
  organization_id bigint not null,
  name varchar(120) not null,
  state varchar(8) character set ascii collate ascii_bin not null,
  turf_id bigint null,
  script_id bigint null,
  script_version_id bigint null,
  sender_id bigint null,
  goal varchar(20) character set ascii collate ascii_bin null,
  texting_from time not null,
  texting_until time not null,
  first_batch int not null,
  reply_batch int not null,
  lease_minutes int not null default 60,
  open_replies_cap int not null default 60,
  self_serve boolean not null default true,
  frozen_count int null,
  created_at datetime(6) not null,
  started_at datetime(6) null,
  paused_at datetime(6) null,
  pause_reason varchar(320) null,
  ended_at datetime(6) null,
  key campaigns_newest (organization_id, campaign_id),
  key campaigns_turf (turf_id),
  key campaigns_script (script_id),
  key campaigns_version (script_version_id),
  key campaigns_sender (sender_id),
  constraint campaigns_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint campaigns_turf_fk foreign key (turf_id) references turfs (turf_id),
  constraint campaigns_script_fk foreign key (script_id) references scripts (script_id),
  constraint campaigns_version_fk foreign key (script_version_id) references script_versions (script_version_id),
  constraint campaigns_sender_fk foreign key (sender_id) references senders (sender_id),
  constraint campaigns_hours check (texting_from >= '08:00:00' and texting_until <= '21:00:00' and texting_from < texting_until)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table campaign_texters (
  campaign_id bigint not null,
  member_id bigint not null,
  organization_id bigint not null,
  joined_at datetime(6) not null,
  primary key (campaign_id, member_id),
  key campaign_texters_member (member_id),
  key campaign_texters_organization (organization_id),
  constraint campaign_texters_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint campaign_texters_member_fk foreign key (member_id) references members (member_id),
  constraint campaign_texters_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table canned_replies (
  canned_reply_id bigint not null primary key,
  organization_id bigint not null,
  campaign_id bigint null,
  title varchar(80) not null,
  words varchar(1000) not null,
  created_at datetime(6) not null,
  key canned_replies_campaign (campaign_id),
  key canned_replies_organization (organization_id),
  constraint canned_replies_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint canned_replies_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
