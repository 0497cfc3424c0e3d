-- What members moved is read by member, kind and time; the former indexes by member alone are the beginning of these.
alter table actions add key actions_moved (member_id, type, happened_at);
alter table actions drop key actions_member;
alter table commitments
  add key commitments_moved (member_id, promised_at),
  add key commitments_promised (organization_id, promised_at);
alter table commitments drop key commitments_member;

-- Words of thanks from one member to another; once they are read, home shows them no more.
create table thanks (
  thanks_id bigint not null primary key,
  organization_id bigint not null,
  from_member_id bigint not null,
  to_member_id bigint not null,
  words varchar(400) not null,
  created_at datetime(6) not null,
  read_at datetime(6) null,
  key thanks_to (to_member_id, created_at),
  key thanks_from (from_member_id),
  key thanks_organization (organization_id),
  constraint thanks_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint thanks_from_fk foreign key (from_member_id) references members (member_id),
  constraint thanks_to_fk foreign key (to_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Whether an organization has a leaderboard; without a row it has none.
create table impact_settings (
  organization_id bigint not null primary key,
  leaderboard boolean not null,
  constraint impact_settings_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Members who are not on it.
create table impact_choices (
  member_id bigint not null primary key,
  organization_id bigint not null,
  hidden boolean not null,
  key impact_choices_organization (organization_id),
  constraint impact_choices_member_fk foreign key (member_id) references members (member_id) on delete cascade,
  constraint impact_choices_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
