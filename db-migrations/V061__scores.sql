-- How a conversation went, and a kind word about it, for whoever texted: one of each who looked, and it may be changed.
create table scores (
  conversation_id bigint not null,
  from_member_id bigint not null,
  organization_id bigint not null,
  to_member_id bigint not null,
  score tinyint not null,
  note varchar(400) not null default '',
  scored_at datetime(6) not null,
  read_at datetime(6) null,
  primary key (conversation_id, from_member_id),
  key scores_unread (to_member_id, read_at, scored_at),
  key scores_from (from_member_id),
  key scores_organization (organization_id),
  constraint scores_conversation_fk foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
  constraint scores_from_fk foreign key (from_member_id) references members (member_id),
  constraint scores_to_fk foreign key (to_member_id) references members (member_id),
  constraint scores_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
