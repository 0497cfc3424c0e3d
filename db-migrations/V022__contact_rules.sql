-- How often a person may be texted first, and by which place's law a text waits.

-- An organization without a row has the usual: one first text in a day, six in thirty.
create table contact_rules (
  organization_id bigint not null primary key,
  near_most int not null,
  near_days int not null,
  far_most int not null,
  far_days int not null,
  constraint contact_rules_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Why this one campaign may text people first who have had as many first texts as the rules allow; null: it may not.
alter table campaigns add column over_limit_reason varchar(320) null;

-- Where the recipient may be, such as US-FL or US-AL,US-MS: the calling hours of all of them hold. Null in old rows,
-- which keep to their zones and hours alone.
alter table messages add column places varchar(60) character set ascii collate ascii_bin null;
