-- Teams: some of an organization's members, any number of whom lead it.
create table teams (
  team_id bigint not null primary key,
  organization_id bigint not null,
  name varchar(80) not null,
  made_by_member_id bigint null,
  created_at datetime(6) not null,
  archived_at datetime(6) null,
  -- Among those that are not archived, a name is one team's.
  open_name varchar(80) generated always as (case when archived_at is null then name end) virtual,
  unique key teams_name (organization_id, open_name),
  key teams_by_name (organization_id, name, team_id),
  key teams_made_by (made_by_member_id),
  constraint teams_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint teams_made_by_fk foreign key (made_by_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table team_members (
  team_id bigint not null,
  member_id bigint not null,
  organization_id bigint not null,
  leads boolean not null default false,
  added_at datetime(6) not null,
  primary key (team_id, member_id),
  key team_members_member (member_id, leads, team_id),
  key team_members_organization (organization_id),
  constraint team_members_team_fk foreign key (team_id) references teams (team_id),
  constraint team_members_member_fk foreign key (member_id) references members (member_id),
  constraint team_members_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Invitations that put whoever takes them into a team, wherever else they lead.
create table team_invitations (
  invitation_id bigint not null primary key,
  team_id bigint not null,
  organization_id bigint not null,
  key team_invitations_team (team_id),
  key team_invitations_organization (organization_id),
  constraint team_invitations_invitation_fk foreign key (invitation_id) references invitations (invitation_id),
  constraint team_invitations_team_fk foreign key (team_id) references teams (team_id),
  constraint team_invitations_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
