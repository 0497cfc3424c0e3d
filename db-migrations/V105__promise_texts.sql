-- Which automatic text somebody got about a promise, each kind once; for another day of the same promise once more.
create table promise_texts (
  commitment_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  for_at datetime(6) not null,
  organization_id bigint not null,
  message_id bigint null,
  written_at datetime(6) not null,
  primary key (commitment_id, kind, for_at),
  key promise_texts_organization (organization_id),
  key promise_texts_message (message_id),
  constraint promise_texts_commitment_fk foreign key (commitment_id) references commitments (commitment_id) on delete cascade,
  constraint promise_texts_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- An organization's own words in place of the usual ones; empty words: this text is not sent.
create table promise_words (
  organization_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  language varchar(2) character set ascii collate ascii_bin not null,
  words varchar(600) not null,
  changed_at datetime(6) not null,
  primary key (organization_id, kind, language),
  constraint promise_words_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Asks whose promises nobody is texted about, and whether those that no ask stands behind are.
create table promise_texts_off (
  ask_id bigint not null primary key,
  organization_id bigint not null,
  key promise_texts_off_organization (organization_id),
  constraint promise_texts_off_ask_fk foreign key (ask_id) references asks (ask_id),
  constraint promise_texts_off_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table promise_choices (
  organization_id bigint not null primary key,
  unasked boolean not null,
  constraint promise_choices_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Whoever is here already chooses first: an update alone texts nobody.
insert into promise_texts_off (ask_id, organization_id) select ask_id, organization_id from asks;
insert into promise_choices (organization_id, unasked) select organization_id, false from organizations;

-- What is due of either, in every organization at once.
alter table commitments
  add key commitments_fresh (state, promised_at),
  add key commitments_over (state, settled_at);
