-- Who was given a turf to talk to: members, and teams with whoever is in them.
create table turf_holders (
  turf_id bigint not null,
  member_id bigint not null,
  organization_id bigint not null,
  given_at datetime(6) not null,
  primary key (turf_id, member_id),
  key turf_holders_member (member_id, turf_id),
  key turf_holders_organization (organization_id),
  constraint turf_holders_turf_fk foreign key (turf_id) references turfs (turf_id) on delete cascade,
  constraint turf_holders_member_fk foreign key (member_id) references members (member_id),
  constraint turf_holders_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table turf_holding_teams (
  turf_id bigint not null,
  team_id bigint not null,
  organization_id bigint not null,
  given_at datetime(6) not null,
  primary key (turf_id, team_id),
  key turf_holding_teams_team (team_id, turf_id),
  key turf_holding_teams_organization (organization_id),
  constraint turf_holding_teams_turf_fk foreign key (turf_id) references turfs (turf_id) on delete cascade,
  constraint turf_holding_teams_team_fk foreign key (team_id) references teams (team_id),
  constraint turf_holding_teams_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Which turf a list was divided from: a campaign over the whole hands its people to whoever has the part.
alter table turfs
  add column from_turf_id bigint null,
  add key turfs_from (from_turf_id),
  add constraint turfs_from_fk foreign key (from_turf_id) references turfs (turf_id);
