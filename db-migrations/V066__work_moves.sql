-- Work that an organizer moved between texters, so that it can be put back: one row for a move, and one for each
-- conversation of it. from_member_id and to_member_id: null for everyone's.
create table work_moves (
  work_move_id bigint not null primary key,
  organization_id bigint not null,
  campaign_id bigint not null,
  kind varchar(16) character set ascii collate ascii_bin not null,
  moved int not null,
  made_by_member_id bigint null,
  moved_at datetime(6) not null,
  undone_at datetime(6) null,
  key work_moves_campaign (campaign_id, work_move_id),
  key work_moves_organization (organization_id),
  key work_moves_made_by (made_by_member_id),
  key work_moves_time (moved_at),
  constraint work_moves_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint work_moves_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint work_moves_made_by_fk foreign key (made_by_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- The assignments are numbers only: one without conversations is deleted.
create table work_move_rows (
  work_move_id bigint not null,
  conversation_id bigint not null,
  organization_id bigint not null,
  state varchar(20) character set ascii collate ascii_bin not null,
  from_member_id bigint null,
  from_assignment bigint null,
  leased_until_at datetime(6) null,
  to_member_id bigint null,
  to_assignment bigint null,
  primary key (work_move_id, conversation_id),
  key work_move_rows_conversation (conversation_id),
  key work_move_rows_organization (organization_id),
  constraint work_move_rows_move_fk foreign key (work_move_id) references work_moves (work_move_id) on delete cascade,
  constraint work_move_rows_conversation_fk foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
  constraint work_move_rows_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
