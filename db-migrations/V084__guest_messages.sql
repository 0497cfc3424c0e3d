-- What a host would like to tell everyone who comes: an organizer lets it go, or writes one themselves.
create table guest_messages (
  guest_message_id bigint not null primary key,
  organization_id bigint not null,
  event_id bigint not null,
  words varchar(600) not null,
  state varchar(8) character set ascii collate ascii_bin not null,
  asked_at datetime(6) not null,
  decided_by_member_id bigint null,
  decided_at datetime(6) null,
  key guest_messages_event (event_id, guest_message_id),
  key guest_messages_sent (state, decided_at),
  key guest_messages_organization (organization_id),
  key guest_messages_decided_by (decided_by_member_id),
  constraint guest_messages_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint guest_messages_event_fk foreign key (event_id) references events (event_id),
  constraint guest_messages_decided_fk foreign key (decided_by_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table guest_message_texts (
  guest_message_id bigint not null,
  rsvp_id bigint not null,
  organization_id bigint not null,
  written_at datetime(6) not null,
  primary key (guest_message_id, rsvp_id),
  key guest_message_texts_rsvp (rsvp_id),
  key guest_message_texts_organization (organization_id),
  constraint guest_message_texts_message_fk foreign key (guest_message_id) references guest_messages (guest_message_id),
  constraint guest_message_texts_rsvp_fk foreign key (rsvp_id) references rsvps (rsvp_id) on delete cascade,
  constraint guest_message_texts_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
