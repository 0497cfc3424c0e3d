-- Short links in texts, one a recipient, and who opened them.

-- An organization without a row has the usual: Rung's own address, tracking on, no links in first texts.
create table link_settings (
  organization_id bigint not null primary key,
  host varchar(190) character set ascii collate ascii_bin null,
  tracking boolean not null default true,
  in_first_texts boolean not null default false,
  unique key link_settings_host (host),
  constraint link_settings_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Where links lead; occasion_id is the campaign they were texted for, 0 for none. An address is found by its SHA-256.
create table link_targets (
  link_target_id bigint not null primary key,
  organization_id bigint not null,
  occasion_id bigint not null default 0,
  url varchar(2000) character set ascii collate ascii_bin not null,
  url_digest char(64) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  unique key link_targets_once (organization_id, occasion_id, url_digest),
  key link_targets_newest (organization_id, link_target_id),
  constraint link_targets_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- One recipient's link. The counters are what was folded from link_clicks so far.
create table links (
  link_id bigint not null primary key,
  organization_id bigint not null,
  link_target_id bigint not null,
  supporter_id bigint not null,
  message_id bigint not null,
  code char(8) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  clicked_at datetime(6) null,
  clicks int not null default 0,
  scans int not null default 0,
  unique key links_code (code),
  -- All that the counts of a target read, so that the rows themselves are left alone.
  key links_target (link_target_id, clicked_at, supporter_id, clicks, scans),
  key links_supporter (supporter_id),
  key links_message (message_id),
  constraint links_target_fk foreign key (link_target_id) references link_targets (link_target_id),
  constraint links_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint links_message_fk foreign key (message_id) references messages (message_id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Every opening, of a person or of a program. source is a hash that nobody can undo once the day's salt is gone.
create table link_clicks (
  click_id bigint not null primary key,
  organization_id bigint not null,
  link_id bigint not null,
  kind varchar(5) character set ascii collate ascii_bin not null,
  reason varchar(10) character set ascii collate ascii_bin not null,
  source char(22) character set ascii collate ascii_bin not null,
  happened_at datetime(6) not null,
  folded_at datetime(6) null,
  key link_clicks_link (link_id, happened_at),
  key link_clicks_waiting (folded_at, happened_at),
  key link_clicks_source (source, happened_at),
  constraint link_clicks_link_fk foreign key (link_id) references links (link_id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table link_salts (
  day date not null primary key,
  salt char(43) character set ascii collate ascii_bin not null
) character set utf8mb4 collate utf8mb4_unicode_ci;
