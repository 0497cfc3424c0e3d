-- A conversation may rest until a day; then it comes back to its texter, before everything else.
alter table conversations
  add column aside_until_at datetime(6) null,
  add column came_back_at datetime(6) null,
  -- Null where nothing waits: 0 came back, 1 not read, 2 read, 3 rests.
  add column desk_rank tinyint generated always as
    (case when aside_until_at is not null then 3
          when waiting_since_at is null then null
          when came_back_at = waiting_since_at then 0
          when unread > 0 then 1
          else 2 end) virtual;

alter table conversations
  drop key conversations_desk,
  add key conversations_desk (member_id, desk_rank, waiting_since_at, conversation_id);

alter table conversations drop column read_rank;

-- Why it rests, and until when; the latest of each conversation. done_at: its day has come.
create table follow_ups (
  conversation_id bigint not null primary key,
  organization_id bigint not null,
  member_id bigint null,
  due_on date not null,
  due_at datetime(6) not null,
  note varchar(300) not null,
  made_at datetime(6) not null,
  done_at datetime(6) null,
  key follow_ups_due (done_at, due_at),
  key follow_ups_organization (organization_id),
  key follow_ups_member (member_id),
  constraint follow_ups_conversation_fk foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
  constraint follow_ups_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint follow_ups_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
