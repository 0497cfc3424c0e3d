-- Texts in and out. Messaging knows numbers, not people.

-- An address (a number or a messaging service) of a provider account belongs to one organization: a webhook finds its owner by it.
create table senders (
  sender_id bigint not null primary key,
  organization_id bigint not null,
  gateway varchar(12) character set ascii collate ascii_bin not null,
  account_sid varchar(64) character set ascii collate ascii_bin not null,
  address varchar(64) character set ascii collate ascii_bin not null,
  token_sealed varchar(600) character set ascii collate ascii_bin not null,
  previous_token_sealed varchar(600) character set ascii collate ascii_bin null,
  label varchar(80) not null default '',
  provider_answers_stop boolean not null default false,
  paused_at datetime(6) null,
  pause_reason varchar(320) null,
  retired_at datetime(6) null,
  created_at datetime(6) not null,
  unique key senders_address (account_sid, address),
  key senders_organization (organization_id),
  constraint senders_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table threads (
  thread_id bigint not null primary key,
  organization_id bigint not null,
  phone varchar(20) character set ascii collate ascii_bin not null,
  sender_id bigint null,
  created_at datetime(6) not null,
  unique key threads_phone (organization_id, phone),
  key threads_sender (sender_id),
  constraint threads_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint threads_sender_fk foreign key (sender_id) references senders (sender_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- topic_id is whatever the text is about to the room that sent it (texting: a conversation); messaging never looks inside.
create table messages (
  message_id bigint not null primary key,
  organization_id bigint not null,
  thread_id bigint not null,
  sender_id bigint null,
  phone varchar(20) character set ascii collate ascii_bin not null,
  direction varchar(3) character set ascii collate ascii_bin not null,
  purpose varchar(20) character set ascii collate ascii_bin not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  body varchar(1600) not null,
  segments smallint not null default 1,
  media_count tinyint not null default 0,
  topic_id bigint null,
  member_id bigint null,
  once_key varchar(120) character set ascii collate ascii_bin null,
  request_key varchar(64) character set ascii collate ascii_bin null,
  zones varchar(400) character set ascii collate ascii_bin null,
  hours_from time null,
  hours_until time null,
  hold varchar(12) character set ascii collate ascii_bin null,
  due_at datetime(6) null,
  claimed_at datetime(6) null,
  claimed_by varchar(40) character set ascii collate ascii_bin null,
  attempts smallint not null default 0,
  provider_id varchar(64) character set ascii collate ascii_bin null,
  error_code varchar(12) character set ascii collate ascii_bin null,
  happened_at datetime(6) not null,
  sent_at datetime(6) null,
  delivered_at datetime(6) null,
  looked_up_at datetime(6) null,
  lookups tinyint not null default 0,
  created_at datetime(6) not null,
  -- One first text per (campaign, phone), ever, unless it was cancelled before anyone claimed it.
  once_live varchar(120) character set ascii collate ascii_bin
    generated always as (case when state = 'CANCELLED' and claimed_at is null then null else once_key end) virtual,
  unique key messages_once (organization_id, once_live),
  unique key messages_request (topic_id, request_key),
  unique key messages_provider (provider_id),
  key messages_thread (thread_id, message_id),
  key messages_work (state, due_at),
  key messages_last_out (organization_id, phone, direction, happened_at),
  key messages_sender (sender_id, created_at),
  key messages_member (member_id, created_at),
  constraint messages_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint messages_thread_fk foreign key (thread_id) references threads (thread_id),
  constraint messages_sender_fk foreign key (sender_id) references senders (sender_id),
  constraint messages_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What the carriers said of a number: bad ones are not textable.
create table unreachable_phones (
  organization_id bigint not null,
  phone varchar(20) character set ascii collate ascii_bin not null,
  error_code varchar(12) character set ascii collate ascii_bin not null,
  times smallint not null default 1,
  bad boolean not null default false,
  since_at datetime(6) not null,
  primary key (organization_id, phone),
  constraint unreachable_phones_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
