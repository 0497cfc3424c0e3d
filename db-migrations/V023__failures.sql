-- What admins and organizers are told: one row for one trouble, however often it happens until it is over.
create table notices (
  notice_id bigint not null primary key,
  organization_id bigint not null,
  kind varchar(24) character set ascii collate ascii_bin not null,
  subject varchar(40) character set ascii collate ascii_bin not null,
  sentence varchar(600) not null,
  link varchar(200) character set ascii collate ascii_bin null,
  times int not null default 1,
  first_at datetime(6) not null,
  last_at datetime(6) not null,
  settled_at datetime(6) null,
  open_key varchar(70) character set ascii collate ascii_bin
    generated always as (case when settled_at is null then concat(kind, ':', subject) end) virtual,
  unique key notices_open (organization_id, open_key),
  key notices_newest (organization_id, notice_id),
  constraint notices_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table notice_readings (
  notice_id bigint not null,
  member_id bigint not null,
  read_at datetime(6) not null,
  primary key (notice_id, member_id),
  key notice_readings_member (member_id),
  constraint notice_readings_notice_fk foreign key (notice_id) references notices (notice_id),
  constraint notice_readings_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- A letter to one admin; due_at is null once it has left or was given up.
create table notice_letters (
  notice_id bigint not null,
  member_id bigint not null,
  due_at datetime(6) null,
  tries tinyint not null default 0,
  sent_at datetime(6) null,
  primary key (notice_id, member_id),
  key notice_letters_due (due_at),
  key notice_letters_member (member_id),
  constraint notice_letters_notice_fk foreign key (notice_id) references notices (notice_id),
  constraint notice_letters_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- A bad number is tried again after months, each time after twice as many.
alter table unreachable_phones
  add column rounds tinyint not null default 0,
  add column recheck_at datetime(6) null,
  add key unreachable_phones_recheck (recheck_at);
update unreachable_phones set rounds = 1, recheck_at = since_at + interval 6 month where bad;

-- The last texts that an organization handed over, of which a campaign's are looked through when one was filtered.
alter table messages add key messages_handed (organization_id, sent_at);
-- Since when a campaign's filtered texts count: a person who lets it run on gives it a clean sheet.
alter table campaigns add column counted_from_at datetime(6) null;

-- Whether a provider answers, known to all servers by one row a provider.
create table breakers (
  gateway varchar(12) character set ascii collate ascii_bin not null primary key,
  state varchar(8) character set ascii collate ascii_bin not null,
  opened_at datetime(6) null,
  probe_at datetime(6) null,
  probes int not null default 0,
  ramp_from_at datetime(6) null,
  ramp_taken bigint not null default 0
) character set utf8mb4 collate utf8mb4_unicode_ci;
insert into breakers (gateway, state) values ('TWILIO', 'CLOSED'), ('SIMULATOR', 'CLOSED');

-- The sender that takes over while another cannot send.
create table failovers (
  organization_id bigint not null primary key,
  sender_id bigint not null,
  after_minutes smallint not null default 10,
  key failovers_sender (sender_id),
  constraint failovers_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint failovers_sender_fk foreign key (sender_id) references senders (sender_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
