-- People who are in the list twice: pairs that look alike, pairs that are not the same, and merges, which can be taken back.

-- Pairs that look alike, the longer known one first, as the last look found them. reasons: 1 number, 2 e-mail, 4 name and place.
create table duplicates (
  supporter_id bigint not null,
  other_supporter_id bigint not null,
  organization_id bigint not null,
  reasons tinyint not null,
  strength tinyint not null,
  found_at datetime(6) not null,
  primary key (supporter_id, other_supporter_id),
  key duplicates_other (other_supporter_id),
  key duplicates_list (organization_id, strength, other_supporter_id, supporter_id),
  constraint duplicates_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint duplicates_other_fk foreign key (other_supporter_id) references supporters (supporter_id) on delete cascade,
  constraint duplicates_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Somebody looked at the two and said that they are not the same.
create table told_apart (
  supporter_id bigint not null,
  other_supporter_id bigint not null,
  organization_id bigint not null,
  member_id bigint null,
  told_at datetime(6) not null,
  primary key (supporter_id, other_supporter_id),
  key told_apart_other (other_supporter_id),
  key told_apart_organization (organization_id),
  key told_apart_member (member_id),
  constraint told_apart_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint told_apart_other_fk foreign key (other_supporter_id) references supporters (supporter_id) on delete cascade,
  constraint told_apart_member_fk foreign key (member_id) references members (member_id),
  constraint told_apart_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- When an organization's people were last compared, and who was the newest of them then.
create table duplicate_looks (
  organization_id bigint not null primary key,
  looked_at datetime(6) not null,
  newest_supporter_id bigint null,
  key duplicate_looks_age (looked_at),
  constraint duplicate_looks_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- gone was merged into kept. supporter_id: who they are by now, since the kept one may be merged into a third; with them all
-- of this is erased.
create table merges (
  merge_id bigint not null primary key,
  organization_id bigint not null,
  supporter_id bigint not null,
  kept_supporter_id bigint not null,
  gone_supporter_id bigint not null,
  actor_kind varchar(10) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  merged_at datetime(6) not null,
  undone_at datetime(6) null,
  -- Nothing is kept for taking it back any more.
  settled_at datetime(6) null,
  standing_gone_supporter_id bigint generated always as (case when undone_at is null then gone_supporter_id end) virtual,
  unique key merges_gone (standing_gone_supporter_id),
  key merges_supporter (supporter_id, merge_id),
  key merges_newest (organization_id, merge_id),
  key merges_age (settled_at, merged_at),
  constraint merges_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint merges_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What changed hands, row by row, and what was there before: all that taking it back needs.
create table merge_parts (
  merge_id bigint not null,
  kind varchar(24) character set ascii collate ascii_bin not null,
  row_id bigint not null,
  detail text not null,
  primary key (merge_id, kind, row_id),
  constraint merge_parts_merge_fk foreign key (merge_id) references merges (merge_id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- One conversation of a person in a campaign, and beside it what came with someone merged into them: beside is then its own
-- number, else 0.
alter table conversations
  add column beside bigint not null default 0,
  drop key conversations_supporter,
  add unique key conversations_supporter (campaign_id, supporter_id, beside);
