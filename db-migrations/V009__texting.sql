-- Assignments (leases) and conversations: one campaign with one supporter.
create table assignments (
  assignment_id bigint not null primary key,
  organization_id bigint not null,
  campaign_id bigint not null,
  member_id bigint not null,
  kind varchar(8) character set ascii collate ascii_bin not null,
  by_hand boolean not null default false,
  asked int not null,
  given int not null,
  created_at datetime(6) not null,
  expires_at datetime(6) null,
  made_by_member_id bigint null,
  key assignments_member (member_id, created_at),
  key assignments_campaign (campaign_id, created_at),
  key assignments_organization (organization_id),
  constraint assignments_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint assignments_member_fk foreign key (member_id) references members (member_id),
  constraint assignments_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- A conversation without a campaign came from an inbound text: it waits in the organizers' inbox.
-- known_by_member_id: the member whom the supporter knows, found when the turf is frozen; they are offered to that texter first.
-- A lease that has ended leaves assignment_id, so that a late Send can still be told from a stranger's.
create table conversations (
  conversation_id bigint not null primary key,
  organization_id bigint not null,
  campaign_id bigint null,
  supporter_id bigint not null,
  phone varchar(20) character set ascii collate ascii_bin not null,
  sender_id bigint null,
  state varchar(20) character set ascii collate ascii_bin not null,
  state_before varchar(20) character set ascii collate ascii_bin null,
  closed_reason varchar(16) character set ascii collate ascii_bin null,
  member_id bigint null,
  known_by_member_id bigint null,
  assignment_id bigint null,
  leased_until_at datetime(6) null,
  question_key varchar(40) character set ascii collate ascii_bin null,
  unread smallint not null default 0,
  suggestion varchar(16) character set ascii collate ascii_bin null,
  waiting_since_at datetime(6) null,
  last_in_at datetime(6) null,
  last_out_at datetime(6) null,
  created_at datetime(6) not null,
  unique key conversations_supporter (campaign_id, supporter_id),
  unique key conversations_phone (campaign_id, phone),
  key conversations_work (campaign_id, state, member_id, known_by_member_id, conversation_id),
  key conversations_desk (member_id, state, waiting_since_at),
  key conversations_lease (state, leased_until_at),
  key conversations_by_phone (organization_id, phone),
  key conversations_by_supporter (supporter_id),
  key conversations_inbox (organization_id, state, waiting_since_at),
  key conversations_sender (sender_id),
  key conversations_assignment (assignment_id),
  constraint conversations_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint conversations_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint conversations_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint conversations_sender_fk foreign key (sender_id) references senders (sender_id),
  constraint conversations_member_fk foreign key (member_id) references members (member_id),
  constraint conversations_assignment_fk foreign key (assignment_id) references assignments (assignment_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table answers (
  answer_id bigint not null primary key,
  organization_id bigint not null,
  conversation_id bigint not null,
  supporter_id bigint not null,
  campaign_id bigint null,
  question_key varchar(40) character set ascii collate ascii_bin not null,
  answer_key varchar(40) character set ascii collate ascii_bin not null,
  member_id bigint null,
  effects varchar(2000) not null default '',
  answered_at datetime(6) not null,
  unique key answers_question (conversation_id, question_key),
  key answers_supporter (supporter_id),
  key answers_campaign (campaign_id, question_key, answer_key),
  key answers_member (member_id),
  key answers_organization (organization_id),
  constraint answers_conversation_fk foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
  constraint answers_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint answers_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint answers_member_fk foreign key (member_id) references members (member_id),
  constraint answers_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What a texter has begun to write, so that it survives a closed tab and a lost lease.
create table drafts (
  conversation_id bigint not null,
  member_id bigint not null,
  organization_id bigint not null,
  words varchar(1600) not null,
  saved_at datetime(6) not null,
  primary key (conversation_id, member_id),
  key drafts_organization (organization_id),
  constraint drafts_conversation_fk foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
  constraint drafts_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
