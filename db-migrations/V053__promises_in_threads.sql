-- Where a promise was made and in answer to which text (a conversation's number, opaque here), what was noted with it, why
-- it was let go, and which press of a button turned it last, so that the same press again turns nothing.
alter table commitments
  add column topic_id bigint null,
  add column message_id bigint null,
  add column note varchar(300) not null default '',
  add column reason varchar(320) not null default '',
  add column turned_at datetime(6) null,
  add column turn_key varchar(120) character set ascii collate ascii_bin null,
  add key commitments_message (message_id),
  add constraint commitments_message_fk foreign key (message_id) references messages (message_id) on delete set null;
