-- What a send makes a conversation forget, so that taking it back restores it; and replies in the order of the desk.
alter table conversations
  add column leased_before_at datetime(6) null,
  add column waiting_before_at datetime(6) null,
  add column suggestion_before varchar(16) character set ascii collate ascii_bin null,
  -- Which of its campaign's hours hold for it; null where that was never worked out.
  add column hours_number smallint null,
  -- Null where nothing waits; unread ones come first.
  add column read_rank tinyint generated always as
    (case when waiting_since_at is null then null when unread > 0 then 0 else 1 end) virtual;

alter table conversations
  drop key conversations_desk,
  add key conversations_desk (member_id, read_rank, waiting_since_at, conversation_id),
  -- Hours last: a claim keeps the order of the queue and passes over who sleeps without reading their rows.
  drop key conversations_work,
  add key conversations_work (campaign_id, state, member_id, known_by_member_id, conversation_id, hours_number);

-- The different hours of a campaign's people: zones that they may be in, and places whose laws hold.
create table campaign_hours (
  campaign_id bigint not null,
  number smallint not null,
  organization_id bigint not null,
  zones varchar(600) character set ascii collate ascii_bin not null,
  places varchar(100) character set ascii collate ascii_bin not null,
  primary key (campaign_id, number),
  key campaign_hours_organization (organization_id),
  constraint campaign_hours_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint campaign_hours_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Which of them hold for people by what decides it: their zone, else the postal code, else the number.
create table campaign_places (
  campaign_id bigint not null,
  zone varchar(64) character set ascii collate ascii_bin not null,
  country char(2) character set ascii collate ascii_bin not null,
  postal varchar(3) character set ascii collate ascii_bin not null,
  digits varchar(5) character set ascii collate ascii_bin not null,
  organization_id bigint not null,
  number smallint not null,
  primary key (campaign_id, zone, country, postal, digits),
  key campaign_places_organization (organization_id),
  constraint campaign_places_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint campaign_places_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
