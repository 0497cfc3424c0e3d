-- Which automatic text somebody got about what they said, each kind once a round: another day or place is another round.
create table rsvp_texts (
  rsvp_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  round bigint not null,
  organization_id bigint not null,
  message_id bigint null,
  written_at datetime(6) not null,
  primary key (rsvp_id, kind, round),
  key rsvp_texts_organization (organization_id),
  key rsvp_texts_message (message_id),
  constraint rsvp_texts_rsvp_fk foreign key (rsvp_id) references rsvps (rsvp_id) on delete cascade,
  constraint rsvp_texts_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Words of an event's own in place of the usual ones; empty words: this text is not sent.
create table event_words (
  event_id bigint not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  organization_id bigint not null,
  words varchar(600) not null,
  changed_at datetime(6) not null,
  primary key (event_id, kind),
  key event_words_organization (organization_id),
  constraint event_words_event_fk foreign key (event_id) references events (event_id),
  constraint event_words_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Whoever texted the word of an event with several shifts was asked which; their next text may be a bare number.
create table shift_questions (
  organization_id bigint not null,
  phone varchar(16) character set ascii collate ascii_bin not null,
  event_id bigint not null,
  asked_at datetime(6) not null,
  primary key (organization_id, phone),
  key shift_questions_event (event_id),
  constraint shift_questions_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint shift_questions_event_fk foreign key (event_id) references events (event_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
