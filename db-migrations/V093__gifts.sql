-- Money that people gave. A gift is what its entries add up to; entries are only added. The two sums on the gift are kept
-- for lists, and can be reckoned again from the entries at any time.
create table gifts (
  gift_id bigint not null primary key,
  organization_id bigint not null,
  supporter_id bigint null,
  way varchar(10) character set ascii collate ascii_bin not null,
  currency char(3) character set ascii collate ascii_bin not null,
  given_minor bigint not null,
  back_minor bigint not null default 0,
  given_at datetime(6) not null,
  recorded_at datetime(6) not null,
  once_key varchar(120) character set ascii collate ascii_bin null,
  monthly_key varchar(120) character set ascii collate ascii_bin null,
  giver_first_name varchar(80) not null default '',
  giver_last_name varchar(80) not null default '',
  giver_email varchar(254) not null default '',
  giver_phone varchar(20) character set ascii collate ascii_bin not null default '',
  note varchar(320) not null default '',
  batch_id bigint null,
  member_id bigint null,
  erased_at datetime(6) null,
  -- The evidence that the ladders read: the one that counts now, what it says, and how many there were.
  action_id bigint null,
  action_minor bigint null,
  actions int not null default 0,
  unique key gifts_once (organization_id, once_key),
  key gifts_time (organization_id, given_at, gift_id),
  key gifts_supporter (supporter_id, given_at),
  key gifts_unmatched (organization_id, supporter_id, erased_at, given_at),
  key gifts_monthly (organization_id, monthly_key, given_at),
  key gifts_batch (batch_id),
  key gifts_member (member_id),
  key gifts_action (action_id),
  constraint gifts_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint gifts_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete set null,
  constraint gifts_action_fk foreign key (action_id) references actions (action_id) on delete set null,
  constraint gifts_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What happened to a gift: it came, went back, or came after all. minor is above zero for what came in.
create table gift_entries (
  gift_entry_id bigint not null primary key,
  organization_id bigint not null,
  gift_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  minor bigint not null,
  happened_at datetime(6) not null,
  recorded_at datetime(6) not null,
  once_key varchar(120) character set ascii collate ascii_bin null,
  reason varchar(320) not null default '',
  actor_kind varchar(10) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  unique key gift_entries_once (organization_id, once_key),
  key gift_entries_gift (gift_id, happened_at),
  constraint gift_entries_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint gift_entries_gift_fk foreign key (gift_id) references gifts (gift_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
