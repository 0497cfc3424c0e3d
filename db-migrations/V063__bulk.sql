-- What is done with many people at once, in the background; kind TAG, UNTAG, LIST, EXPORT or ERASE. after_supporter_id
-- is how far it came, written in the transaction of each batch. The tag may be deleted while a job is remembered.
create table bulk_jobs (
  bulk_job_id bigint not null primary key,
  organization_id bigint not null,
  kind varchar(8) character set ascii collate ascii_bin not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  target varchar(120) not null default '',
  tag_id bigint null,
  turf_id bigint null,
  filter json null,
  total bigint null,
  done bigint not null default 0,
  changed bigint not null default 0,
  after_supporter_id bigint not null default 0,
  problem varchar(500) null,
  member_id bigint null,
  created_at datetime(6) not null,
  started_at datetime(6) null,
  ended_at datetime(6) null,
  key bulk_jobs_newest (organization_id, bulk_job_id),
  key bulk_jobs_state (state, ended_at),
  key bulk_jobs_turf (turf_id),
  key bulk_jobs_member (member_id),
  constraint bulk_jobs_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint bulk_jobs_turf_fk foreign key (turf_id) references turfs (turf_id),
  constraint bulk_jobs_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Whom a job is about, fixed when it begins. changed_at: it changed this person (of UNTAG, when they had got the tag).
create table bulk_people (
  bulk_job_id bigint not null,
  supporter_id bigint not null,
  organization_id bigint not null,
  changed_at datetime(6) null,
  primary key (bulk_job_id, supporter_id),
  key bulk_people_supporter (supporter_id),
  key bulk_people_organization (organization_id),
  constraint bulk_people_job_fk foreign key (bulk_job_id) references bulk_jobs (bulk_job_id) on delete cascade,
  constraint bulk_people_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint bulk_people_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
