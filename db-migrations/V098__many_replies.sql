-- One text, or one recorded answer, for many conversations, in the background. kind REPLY or RECORD. Nothing leaves before
-- leaves_at, so that a slip can be stopped. request_key is the screen's: pressed twice, it is one job.
create table reply_jobs (
  reply_job_id bigint not null primary key,
  organization_id bigint not null,
  member_id bigint not null,
  request_key varchar(64) character set ascii collate ascii_bin not null,
  kind varchar(8) character set ascii collate ascii_bin not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  words varchar(1600) not null default '',
  campaign_id bigint null,
  question_key varchar(40) character set ascii collate ascii_bin null,
  answer_key varchar(40) character set ascii collate ascii_bin null,
  problem varchar(500) null,
  created_at datetime(6) not null,
  leaves_at datetime(6) not null,
  ended_at datetime(6) null,
  unique key reply_jobs_request (organization_id, request_key),
  key reply_jobs_newest (organization_id, reply_job_id),
  key reply_jobs_state (state),
  key reply_jobs_member (member_id),
  key reply_jobs_campaign (campaign_id),
  constraint reply_jobs_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint reply_jobs_member_fk foreign key (member_id) references members (member_id),
  constraint reply_jobs_campaign_fk foreign key (campaign_id) references campaigns (campaign_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Which conversations a job is about, fixed when it begins; outcome is null until their turn came.
create table reply_job_rows (
  reply_job_id bigint not null,
  conversation_id bigint not null,
  organization_id bigint not null,
  outcome varchar(16) character set ascii collate ascii_bin null,
  message_id bigint null,
  primary key (reply_job_id, conversation_id),
  key reply_job_rows_conversation (conversation_id),
  key reply_job_rows_organization (organization_id),
  constraint reply_job_rows_job_fk foreign key (reply_job_id) references reply_jobs (reply_job_id) on delete cascade,
  constraint reply_job_rows_conversation_fk foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
  constraint reply_job_rows_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
