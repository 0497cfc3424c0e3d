-- What a ladder is to become, one draft a ladder, for all who edit it. revision counts its changes; base is the version it starts from.
create table ladder_drafts (
  ladder_id bigint not null primary key,
  organization_id bigint not null,
  base int not null,
  revision int not null,
  shape json not null,
  member_id bigint null,
  changed_at datetime(6) not null,
  key ladder_drafts_organization (organization_id),
  key ladder_drafts_member (member_id),
  constraint ladder_drafts_ladder_fk foreign key (ladder_id) references ladders (ladder_id),
  constraint ladder_drafts_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint ladder_drafts_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Everyone looked at once: PREVIEW what a draft would do, APPLY a version that holds by now. after_supporter_id is how far it came.
create table ladder_runs (
  ladder_run_id bigint not null primary key,
  organization_id bigint not null,
  ladder_id bigint not null,
  kind varchar(8) character set ascii collate ascii_bin not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  version int not null,
  revision int not null,
  shape json null,
  total bigint not null,
  done bigint not null default 0,
  rises bigint not null default 0,
  falls bigint not null default 0,
  after_supporter_id bigint not null default 0,
  member_id bigint null,
  created_at datetime(6) not null,
  ended_at datetime(6) null,
  key ladder_runs_newest (organization_id, ladder_id, ladder_run_id),
  key ladder_runs_ladder (ladder_id),
  key ladder_runs_state (state),
  key ladder_runs_member (member_id),
  constraint ladder_runs_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint ladder_runs_ladder_fk foreign key (ladder_id) references ladders (ladder_id),
  constraint ladder_runs_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Who would move: from and to as the draft counts its rungs; stands as it is counted today. cause: why they would stand there.
create table ladder_run_people (
  ladder_run_id bigint not null,
  supporter_id bigint not null,
  organization_id bigint not null,
  from_position tinyint not null,
  to_position tinyint not null,
  stands_position tinyint not null,
  cause varchar(400) not null,
  primary key (ladder_run_id, supporter_id),
  key ladder_run_people_moves (ladder_run_id, to_position, from_position, supporter_id),
  key ladder_run_people_supporter (supporter_id),
  key ladder_run_people_organization (organization_id),
  constraint ladder_run_people_run_fk foreign key (ladder_run_id) references ladder_runs (ladder_run_id) on delete cascade,
  constraint ladder_run_people_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint ladder_run_people_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
