-- A ladder that was changed keeps what it was before: each version with its rungs and rules, from when it held. A ladder
-- that was never changed has no row here and is version 1.
alter table ladders add column version int not null default 1;

-- confirmed: whoever meets the rule is proposed, and a member decides.
alter table rungs add column confirmed boolean not null default false;

create table ladder_versions (
  ladder_id bigint not null,
  version int not null,
  organization_id bigint not null,
  since_at datetime(6) not null,
  shape json not null,
  note varchar(160) not null default '',
  back_to int null,
  member_id bigint null,
  primary key (ladder_id, version),
  key ladder_versions_organization (organization_id),
  key ladder_versions_member (member_id),
  constraint ladder_versions_ladder_fk foreign key (ladder_id) references ladders (ladder_id),
  constraint ladder_versions_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint ladder_versions_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- A move counts rungs as its version did.
alter table moves add column version int not null default 1;

-- Someone who meets the rule of a rung that a member confirms; until when they do, if nothing more happens. A lock may end by itself.
alter table standings
  add column proposed_position tinyint null,
  add column proposed_at datetime(6) null,
  add column proposed_until_at datetime(6) null,
  add column locked_until_at datetime(6) null,
  add key standings_proposed (organization_id, ladder_id, proposed_position, proposed_at),
  add key standings_unlocking (locked_until_at);

-- What a member decided about someone who was proposed for a rung. evidence_at: the newest evidence that they saw.
create table confirmations (
  confirmation_id bigint not null primary key,
  organization_id bigint not null,
  ladder_id bigint not null,
  rung_id bigint not null,
  supporter_id bigint not null,
  confirmed boolean not null,
  reason varchar(320) not null,
  evidence_at datetime(6) not null,
  member_id bigint null,
  decided_at datetime(6) not null,
  key confirmations_supporter (supporter_id, rung_id, evidence_at),
  key confirmations_organization (organization_id),
  key confirmations_ladder (ladder_id),
  key confirmations_rung (rung_id),
  key confirmations_member (member_id),
  constraint confirmations_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint confirmations_ladder_fk foreign key (ladder_id) references ladders (ladder_id),
  constraint confirmations_rung_fk foreign key (rung_id) references rungs (rung_id),
  constraint confirmations_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint confirmations_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
