-- Events, their shifts and who hosts them. An umbrella event has no shifts of its own: others are held under it.
create table events (
  event_id bigint not null primary key,
  organization_id bigint not null,
  short_code varchar(12) character set ascii collate ascii_bin not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  title varchar(120) not null,
  about varchar(2000) not null default '',
  zone varchar(60) character set ascii collate ascii_bin not null,
  place_name varchar(120) not null default '',
  address varchar(240) not null default '',
  address_hidden boolean not null default false,
  access_notes varchar(600) not null default '',
  online_url varchar(500) not null default '',
  keyword varchar(20) character set ascii collate ascii_bin null,
  -- A word starts one event at a time; it is free again once that is over or called off.
  live_keyword varchar(20) character set ascii collate ascii_bin
    generated always as (case when state = 'PUBLISHED' then keyword end) virtual,
  door_pin char(5) character set ascii collate ascii_bin not null,
  umbrella boolean not null default false,
  umbrella_event_id bigint null,
  kit varchar(4000) not null default '',
  -- Counts what calendars and guests must hear of.
  sequence int not null default 0,
  moved_at datetime(6) null,
  starts_at datetime(6) null,
  ends_at datetime(6) null,
  made_by_member_id bigint null,
  created_at datetime(6) not null,
  changed_at datetime(6) not null,
  unique key events_code (short_code),
  unique key events_keyword (organization_id, live_keyword),
  key events_upcoming (organization_id, ends_at, event_id),
  key events_ended (state, ends_at),
  key events_called_off (state, changed_at),
  key events_moved (moved_at),
  key events_umbrella (umbrella_event_id, starts_at),
  key events_made_by (made_by_member_id),
  constraint events_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint events_umbrella_fk foreign key (umbrella_event_id) references events (event_id),
  constraint events_made_by_fk foreign key (made_by_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table shifts (
  shift_id bigint not null primary key,
  event_id bigint not null,
  organization_id bigint not null,
  name varchar(80) not null default '',
  starts_at datetime(6) not null,
  ends_at datetime(6) not null,
  capacity int null,
  cancelled_at datetime(6) null,
  key shifts_event (event_id, starts_at),
  key shifts_organization (organization_id, starts_at),
  key shifts_ended (ends_at),
  key shifts_begin (starts_at),
  key shifts_called_off (cancelled_at),
  constraint shifts_event_fk foreign key (event_id) references events (event_id),
  constraint shifts_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- A host is a member or a supporter. The token opens the list at the door and the host's own page.
create table event_hosts (
  event_host_id bigint not null primary key,
  event_id bigint not null,
  organization_id bigint not null,
  host_member_id bigint null,
  supporter_id bigint null,
  token varchar(43) character set ascii collate ascii_bin not null,
  hosted_count int not null default 0,
  hosted_action_id bigint null,
  added_at datetime(6) not null,
  unique key event_hosts_token (token),
  unique key event_hosts_supporter (event_id, supporter_id),
  unique key event_hosts_member (event_id, host_member_id),
  key event_hosts_organization (organization_id),
  key event_hosts_by_supporter (supporter_id),
  key event_hosts_by_member (host_member_id),
  constraint event_hosts_event_fk foreign key (event_id) references events (event_id),
  constraint event_hosts_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint event_hosts_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint event_hosts_member_fk foreign key (host_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
