-- What people did, where that puts them, what we ask next, what they promised. Actions and moves are only added or voided.
create table actions (
  action_id bigint not null primary key,
  organization_id bigint not null,
  supporter_id bigint not null,
  type varchar(20) character set ascii collate ascii_bin not null,
  quantity bigint not null default 1,
  amount_minor bigint null,
  currency char(3) character set ascii collate ascii_bin null,
  verification varchar(8) character set ascii collate ascii_bin not null,
  happened_at datetime(6) not null,
  recorded_at datetime(6) not null,
  actor_kind varchar(10) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  member_id bigint null,
  occasion_id bigint null,
  note varchar(320) not null default '',
  once_key varchar(120) character set ascii collate ascii_bin null,
  voided_at datetime(6) null,
  void_reason varchar(320) null,
  unique key actions_once (organization_id, once_key),
  key actions_supporter (supporter_id, happened_at),
  key actions_time (organization_id, happened_at),
  key actions_type (organization_id, type, happened_at),
  key actions_member (member_id),
  key actions_occasion (occasion_id),
  constraint actions_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint actions_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint actions_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table ladders (
  ladder_id bigint not null primary key,
  organization_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  name varchar(80) not null,
  created_at datetime(6) not null,
  unique key ladders_kind (organization_id, kind, name),
  constraint ladders_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table rungs (
  rung_id bigint not null primary key,
  organization_id bigint not null,
  ladder_id bigint not null,
  position tinyint not null,
  name varchar(60) not null,
  blurb varchar(160) not null default '',
  rule json null,
  by_hand boolean not null default false,
  retired_at datetime(6) null,
  live_position tinyint generated always as (case when retired_at is null then position else null end) virtual,
  unique key rungs_position (ladder_id, live_position),
  key rungs_organization (organization_id),
  constraint rungs_ladder_fk foreign key (ladder_id) references ladders (ladder_id),
  constraint rungs_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- A supporter without a row stands on the lowest rung: known, nothing done yet.
create table standings (
  ladder_id bigint not null,
  supporter_id bigint not null,
  organization_id bigint not null,
  position tinyint not null,
  highest tinyint not null,
  since_at datetime(6) not null,
  cause varchar(400) not null default '',
  last_action_at datetime(6) null,
  slipping_at datetime(6) null,
  falls_at datetime(6) null,
  locked_at datetime(6) null,
  lock_reason varchar(320) null,
  resting_until_at datetime(6) null,
  primary key (ladder_id, supporter_id),
  key standings_supporter (supporter_id),
  key standings_board (organization_id, ladder_id, position, last_action_at),
  key standings_slipping (organization_id, ladder_id, slipping_at),
  key standings_falls (falls_at),
  constraint standings_ladder_fk foreign key (ladder_id) references ladders (ladder_id),
  constraint standings_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint standings_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Every move with its cause and evidence. What a later recomputation no longer holds is voided, never changed.
create table moves (
  move_id bigint not null primary key,
  organization_id bigint not null,
  ladder_id bigint not null,
  supporter_id bigint not null,
  from_position tinyint not null,
  to_position tinyint not null,
  cause varchar(12) character set ascii collate ascii_bin not null,
  reason varchar(320) not null default '',
  evidence json null,
  action_id bigint null,
  member_id bigint null,
  actor_kind varchar(10) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  happened_at datetime(6) not null,
  recorded_at datetime(6) not null,
  voided_at datetime(6) null,
  void_reason varchar(320) null,
  key moves_supporter (supporter_id, ladder_id, happened_at),
  key moves_time (organization_id, ladder_id, happened_at, voided_at, from_position, to_position, member_id, supporter_id),
  key moves_ladder (ladder_id),
  key moves_action (action_id),
  key moves_member (member_id, happened_at),
  constraint moves_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint moves_ladder_fk foreign key (ladder_id) references ladders (ladder_id),
  constraint moves_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint moves_action_fk foreign key (action_id) references actions (action_id) on delete set null,
  constraint moves_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Times in which someone is held where they stand (illness, leave); kept after they end, since the fold needs them.
create table locks (
  lock_id bigint not null primary key,
  organization_id bigint not null,
  ladder_id bigint not null,
  supporter_id bigint not null,
  member_id bigint null,
  reason varchar(320) not null,
  locked_at datetime(6) not null,
  unlocked_at datetime(6) null,
  key locks_supporter (supporter_id, ladder_id),
  key locks_ladder (ladder_id),
  key locks_member (member_id),
  key locks_organization (organization_id),
  constraint locks_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint locks_ladder_fk foreign key (ladder_id) references ladders (ladder_id),
  constraint locks_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint locks_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table asks (
  ask_id bigint not null primary key,
  organization_id bigint not null,
  ladder_id bigint not null,
  position tinyint not null,
  family varchar(12) character set ascii collate ascii_bin not null,
  title varchar(120) not null,
  words varchar(320) not null default '',
  capacity int null,
  cooldown_days int not null default 14,
  retired_at datetime(6) null,
  created_at datetime(6) not null,
  key asks_rung (ladder_id, position),
  key asks_organization (organization_id),
  constraint asks_ladder_fk foreign key (ladder_id) references ladders (ladder_id),
  constraint asks_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Each time an ask was put to someone, and how it ended.
create table askings (
  asking_id bigint not null primary key,
  organization_id bigint not null,
  ask_id bigint not null,
  supporter_id bigint not null,
  member_id bigint null,
  outcome varchar(12) character set ascii collate ascii_bin not null,
  reason varchar(320) not null default '',
  happened_at datetime(6) not null,
  settled_at datetime(6) null,
  key askings_supporter (supporter_id, happened_at),
  key askings_ask (ask_id, happened_at),
  key askings_open (outcome, happened_at),
  key askings_member (member_id),
  key askings_organization (organization_id),
  constraint askings_ask_fk foreign key (ask_id) references asks (ask_id),
  constraint askings_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint askings_member_fk foreign key (member_id) references members (member_id),
  constraint askings_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table commitments (
  commitment_id bigint not null primary key,
  organization_id bigint not null,
  supporter_id bigint not null,
  ask_id bigint null,
  family varchar(12) character set ascii collate ascii_bin not null,
  title varchar(160) not null,
  target varchar(120) character set ascii collate ascii_bin null,
  state varchar(12) character set ascii collate ascii_bin not null,
  promised_at datetime(6) not null,
  due_at datetime(6) null,
  settled_at datetime(6) null,
  member_id bigint null,
  once_key varchar(120) character set ascii collate ascii_bin null,
  unique key commitments_once (organization_id, once_key),
  key commitments_supporter (supporter_id, promised_at),
  key commitments_due (organization_id, state, due_at),
  key commitments_ask (ask_id),
  key commitments_member (member_id),
  constraint commitments_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint commitments_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint commitments_ask_fk foreign key (ask_id) references asks (ask_id),
  constraint commitments_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
