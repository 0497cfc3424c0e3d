-- A texter asks for help. help_since_at: the conversation is with an organizer since then, and not its texter's to answer;
-- helper_member_id: who has taken it there; back_since_at: it has come back, and its texter has not answered since.
alter table conversations
  add column help_since_at datetime(6) null,
  add column helper_member_id bigint null,
  add column back_since_at datetime(6) null,
  add key conversations_helper (helper_member_id),
  add constraint conversations_helper_fk foreign key (helper_member_id) references members (member_id);

-- The desk leaves out what is with an organizer and has first what came back. The foreign key of member_id needs a key at
-- every moment.
alter table conversations
  drop key conversations_desk,
  add key conversations_desk_meanwhile (member_id);
alter table conversations drop column desk_rank;
alter table conversations
  -- Null where nothing waits for its texter: 0 came back, 1 not read, 2 read, 3 rests.
  add column desk_rank tinyint generated always as
    (case when help_since_at is not null then null
          when aside_until_at is not null then 3
          when waiting_since_at is null then null
          when back_since_at is not null or came_back_at = waiting_since_at then 0
          when unread > 0 then 1
          else 2 end) virtual;
alter table conversations
  drop key conversations_desk_meanwhile,
  add key conversations_desk (member_id, desk_rank, waiting_since_at, conversation_id);

-- Words that may hurt are covered until their reader wants to see them, for everyone who did not choose otherwise.
alter table desk_choices add column covers boolean not null default true;

create table help_requests (
  help_request_id bigint not null primary key,
  organization_id bigint not null,
  conversation_id bigint not null,
  asked_by_member_id bigint not null,
  reason varchar(12) character set ascii collate ascii_bin not null,
  note varchar(500) not null default '',
  to_member_id bigint null,
  asked_at datetime(6) not null,
  taken_by_member_id bigint null,
  taken_at datetime(6) null,
  outcome varchar(12) character set ascii collate ascii_bin null,
  settled_by_member_id bigint null,
  settled_at datetime(6) null,
  answer varchar(500) not null default '',
  -- One open request a conversation.
  open_conversation_id bigint generated always as
    (case when settled_at is null then conversation_id end) virtual,
  unique key help_requests_open (open_conversation_id),
  key help_requests_waiting (organization_id, settled_at, help_request_id),
  key help_requests_conversation (conversation_id, help_request_id),
  key help_requests_asked (asked_by_member_id, settled_at),
  key help_requests_to (to_member_id),
  key help_requests_taken (taken_by_member_id),
  key help_requests_settled (settled_by_member_id),
  constraint help_requests_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint help_requests_conversation_fk foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
  constraint help_requests_asked_fk foreign key (asked_by_member_id) references members (member_id),
  constraint help_requests_to_fk foreign key (to_member_id) references members (member_id),
  constraint help_requests_taken_fk foreign key (taken_by_member_id) references members (member_id),
  constraint help_requests_settled_fk foreign key (settled_by_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
