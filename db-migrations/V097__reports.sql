-- What reports count, by day, campaign and texter, so that a page of figures walks some hundred rows and not ten million
-- texts. A job makes them anew; nothing else rests on them, and they may be emptied at any time.
create table report_moves (
  organization_id bigint not null,
  ladder_id bigint not null,
  day date not null,
  from_position tinyint not null,
  to_position tinyint not null,
  number int not null,
  primary key (organization_id, ladder_id, day, from_position, to_position),
  key report_moves_ladder (ladder_id),
  constraint report_moves_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint report_moves_ladder_fk foreign key (ladder_id) references ladders (ladder_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Who came to be known on that day.
create table report_people (
  organization_id bigint not null,
  day date not null,
  number int not null,
  primary key (organization_id, day),
  constraint report_people_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What texters sent; campaign_id 0 is what belongs to none.
create table report_texts (
  organization_id bigint not null,
  day date not null,
  campaign_id bigint not null,
  member_id bigint not null,
  firsts int not null,
  texts int not null,
  segments int not null,
  primary key (organization_id, day, campaign_id, member_id),
  key report_texts_campaign (campaign_id),
  key report_texts_member (member_id),
  constraint report_texts_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint report_texts_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- How long people waited for an answer, in steps that double from half a minute on.
create table report_waits (
  organization_id bigint not null,
  day date not null,
  campaign_id bigint not null,
  member_id bigint not null,
  step tinyint not null,
  number int not null,
  primary key (organization_id, day, campaign_id, member_id, step),
  key report_waits_campaign (campaign_id),
  key report_waits_member (member_id),
  constraint report_waits_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint report_waits_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- currency is empty where no money was moved.
create table report_deeds (
  organization_id bigint not null,
  day date not null,
  type varchar(20) character set ascii collate ascii_bin not null,
  currency varchar(3) character set ascii collate ascii_bin not null,
  number int not null,
  amount_minor bigint not null,
  primary key (organization_id, day, type, currency),
  constraint report_deeds_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table report_promises (
  organization_id bigint not null,
  day date not null,
  family varchar(12) character set ascii collate ascii_bin not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  number int not null,
  primary key (organization_id, day, family, state),
  constraint report_promises_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Who came to a rung in the last year, how many rose from it and after how long; from_position 0 is all rungs together.
create table report_steps (
  organization_id bigint not null,
  ladder_id bigint not null,
  sort varchar(10) character set ascii collate ascii_bin not null,
  subject_id bigint not null,
  subject varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
  from_position tinyint not null,
  people int not null,
  rose int not null,
  median_minutes bigint null,
  primary key (organization_id, ladder_id, sort, subject_id, subject, from_position),
  key report_steps_ladder (ladder_id),
  constraint report_steps_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint report_steps_ladder_fk foreign key (ladder_id) references ladders (ladder_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table report_campaigns (
  campaign_id bigint not null primary key,
  organization_id bigint not null,
  people int not null,
  texted int not null,
  replied int not null,
  answered int not null,
  opted_out int not null,
  rose int not null,
  key report_campaigns_organization (organization_id),
  constraint report_campaigns_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint report_campaigns_campaign_fk foreign key (campaign_id) references campaigns (campaign_id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Up to when an organization is counted: wholly, and its last days.
create table report_runs (
  organization_id bigint not null primary key,
  whole_at datetime(6) null,
  lately_at datetime(6) not null,
  constraint report_runs_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

alter table commitments add key commitments_settled (organization_id, settled_at, state, family);
alter table actions add key actions_reported (organization_id, happened_at, type, voided_at, currency, amount_minor);
alter table actions drop key actions_time;

-- Who wants the week by e-mail, and for which weeks it has left.
create table digests (
  member_id bigint not null primary key,
  organization_id bigint not null,
  chosen_at datetime(6) not null,
  sent_for date null,
  key digests_organization (organization_id),
  constraint digests_member_fk foreign key (member_id) references members (member_id),
  constraint digests_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
