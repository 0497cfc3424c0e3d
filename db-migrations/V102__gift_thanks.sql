-- What an online gift still owes its giver: a receipt by e-mail and thanks by text. State is DUE, SENDING, SENT or NONE.
create table gift_thanks (
  gift_id bigint not null primary key,
  organization_id bigint not null,
  language varchar(5) character set ascii collate ascii_bin not null,
  mail_state varchar(8) character set ascii collate ascii_bin not null,
  mail_tries int not null default 0,
  mail_next_at datetime(6) null,
  mailed_at datetime(6) null,
  text_state varchar(8) character set ascii collate ascii_bin not null,
  message_id bigint null,
  paid_at datetime(6) not null,
  key gift_thanks_mail (mail_state, mail_next_at),
  key gift_thanks_text (text_state, paid_at),
  key gift_thanks_organization (organization_id),
  key gift_thanks_message (message_id),
  constraint gift_thanks_gift_fk foreign key (gift_id) references gifts (gift_id),
  constraint gift_thanks_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint gift_thanks_message_fk foreign key (message_id) references messages (message_id) on delete set null
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- One text a pledge and kind, whatever runs twice: the row comes first, the text with it. kind is BEFORE or AFTER.
create table pledge_reminders (
  commitment_id bigint not null,
  kind varchar(8) character set ascii collate ascii_bin not null,
  organization_id bigint not null,
  message_id bigint null,
  written_at datetime(6) not null,
  primary key (commitment_id, kind),
  key pledge_reminders_organization (organization_id),
  key pledge_reminders_message (message_id),
  constraint pledge_reminders_commitment_fk foreign key (commitment_id) references commitments (commitment_id) on delete cascade,
  constraint pledge_reminders_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint pledge_reminders_message_fk foreign key (message_id) references messages (message_id) on delete set null
) character set utf8mb4 collate utf8mb4_unicode_ci;
