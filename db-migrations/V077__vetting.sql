-- New texters whom somebody has looked at without freeing them: how many first texts they send in all before somebody looks
-- again, and who talked to them.
create table vettings (
  member_id bigint not null primary key,
  organization_id bigint not null,
  first_texts int not null,
  looked_at datetime(6) not null,
  looked_by_member_id bigint null,
  talked_at datetime(6) null,
  talked_by_member_id bigint null,
  key vettings_organization (organization_id),
  key vettings_looked_by (looked_by_member_id),
  key vettings_talked_by (talked_by_member_id),
  constraint vettings_member_fk foreign key (member_id) references members (member_id),
  constraint vettings_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint vettings_looked_by_fk foreign key (looked_by_member_id) references members (member_id),
  constraint vettings_talked_by_fk foreign key (talked_by_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What texters are told may be for all of them, for those of a campaign, of a team or of a language, or for one.
alter table texter_notes
  modify column campaign_id bigint null,
  add column audience varchar(8) character set ascii collate ascii_bin not null default 'CAMPAIGN',
  add column team_id bigint null,
  add column language varchar(8) character set ascii collate ascii_bin null,
  add column to_member_id bigint null,
  add key texter_notes_newest (organization_id, told_at),
  add key texter_notes_team (team_id),
  add key texter_notes_to (to_member_id),
  add constraint texter_notes_team_fk foreign key (team_id) references teams (team_id),
  add constraint texter_notes_to_fk foreign key (to_member_id) references members (member_id);
