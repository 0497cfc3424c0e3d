-- The text that carried an ask, and why it was proposed.
alter table askings
  add column message_id bigint null,
  add column cause varchar(400) not null default '',
  add unique key askings_message (message_id),
  add constraint askings_message_fk foreign key (message_id) references messages (message_id) on delete set null;

-- The ask that goes with what a texter writes.
alter table drafts
  add column ask_id bigint null,
  add column ask_cause varchar(400) null,
  add key drafts_ask (ask_id),
  add constraint drafts_ask_fk foreign key (ask_id) references asks (ask_id);
