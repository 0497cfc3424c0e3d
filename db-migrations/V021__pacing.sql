-- Senders have a kind and a rate; what waits for a sender is a lane of its own, in the order in which it may leave.

-- A 10DLC registration: every number of it shares the carriers' cap of its class.
create table brand_campaigns (
  brand_campaign_id bigint not null primary key,
  organization_id bigint not null,
  brand varchar(80) not null,
  code varchar(40) character set ascii collate ascii_bin not null,
  carrier_class char(1) character set ascii collate ascii_bin not null,
  paced_at datetime(6) not null,
  unique key brand_campaigns_code (organization_id, code),
  constraint brand_campaigns_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

alter table senders
  add column kind varchar(12) character set ascii collate ascii_bin not null default 'LONG_CODE',
  -- Segments a minute; null: what the kind allows.
  add column rate int null,
  add column brand_campaign_id bigint null,
  add column country char(2) character set ascii collate ascii_bin not null default '',
  add column area varchar(8) character set ascii collate ascii_bin not null default '',
  -- How many numbers a messaging service holds.
  add column numbers smallint not null default 1,
  -- When its rate changed last: buckets that are older take the new one.
  add column paced_at datetime(6) null,
  add key senders_brand_campaign (brand_campaign_id),
  add constraint senders_brand_campaign_fk foreign key (brand_campaign_id) references brand_campaigns (brand_campaign_id);

update senders set kind = case
  when gateway = 'SIMULATOR' then 'SIMULATOR'
  when address like 'MG%' then 'SERVICE'
  when address not like '+%' then 'SHORT_CODE'
  when address regexp '^[+]1(800|833|844|855|866|877|888)' then 'TOLL_FREE'
  else 'LONG_CODE' end;

-- Tokens of a sender or a registration as bucket4j writes them: shared by all nodes, kept across restarts.
create table send_buckets (
  bucket_id bigint not null primary key,
  state varbinary(1000) not null
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What a segment costs an organization, in millionths of a unit of its currency.
create table segment_prices (
  organization_id bigint not null primary key,
  millionths int not null,
  currency char(3) character set ascii collate ascii_bin not null,
  constraint segment_prices_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Whose turn it is: answers to STOP and HELP, then replies, then first texts; null for what does not wait or has no time.
alter table messages
  add column turn tinyint generated always as (
    case when state in ('QUEUED', 'HELD') and due_at is not null then
      case purpose when 'CONFIRMATION' then 0 when 'HELP' then 0 when 'FIRST_TEXT' then 2 else 1 end end) virtual,
  add column turn_at datetime(6) generated always as (
    case when state in ('QUEUED', 'HELD') then due_at end) virtual,
  add key messages_turn (sender_id, turn, turn_at);
