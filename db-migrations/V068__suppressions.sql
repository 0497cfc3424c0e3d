-- Who is not to be texted though they never said stop: for good, until a day, or for one campaign only. Belongs to the
-- number, as consent does, and survives the deletion of a person.

-- What holds now. An entry whose day has come holds no longer and may stay: nothing has to tidy up.
create table suppressions (
  organization_id bigint not null,
  phone varchar(20) character set ascii collate ascii_bin not null,
  -- 0: everything; else what it is part of (to texting: a campaign). Consent never looks inside.
  occasion_id bigint not null default 0,
  -- Null: for good, or as long as the occasion.
  until_at datetime(6) null,
  suppression_id bigint not null,
  reason varchar(500) not null default '',
  actor_kind varchar(10) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  since_at datetime(6) not null,
  primary key (organization_id, phone, occasion_id),
  key suppressions_newest (organization_id, suppression_id),
  key suppressions_occasion (organization_id, occasion_id, suppression_id),
  constraint suppressions_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Every change, append-only.
create table suppression_lines (
  suppression_line_id bigint not null primary key,
  organization_id bigint not null,
  phone varchar(20) character set ascii collate ascii_bin not null,
  kind varchar(6) character set ascii collate ascii_bin not null,
  occasion_id bigint not null default 0,
  until_at datetime(6) null,
  way varchar(12) character set ascii collate ascii_bin not null,
  reason varchar(500) not null default '',
  actor_kind varchar(10) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  source_id bigint null,
  recorded_at datetime(6) not null,
  key suppression_lines_phone (organization_id, phone, suppression_line_id),
  key suppression_lines_newest (organization_id, suppression_line_id),
  constraint suppression_lines_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Folded into the row that every send reads and locks anyway. A number may be suppressed before anybody said anything of
-- it: its consent is null until then. Until 9999 is for good; occasions stand between commas, one before and one after.
alter table phone_consents
  modify column consent varchar(12) character set ascii collate ascii_bin null,
  modify column since_at datetime(6) null,
  add column suppressed_until_at datetime(6) null,
  add column suppressed_since_at datetime(6) null,
  add column suppressed_occasions varchar(2000) character set ascii collate ascii_bin null;

-- With many people at once: their reason, the day and the campaign.
alter table bulk_jobs
  modify column kind varchar(12) character set ascii collate ascii_bin not null,
  add column reason varchar(500) not null default '',
  add column until_at datetime(6) null,
  add column occasion_id bigint null;
