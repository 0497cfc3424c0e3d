-- What waits can be counted for one organization from the index alone: it wears the organization behind what claims use.
alter table messages drop key messages_work, add key messages_work (state, due_at, organization_id);

-- What became of texts, added up by the servers every few seconds: an hour a row, and for a short while a minute a row.
-- Numbers for people to look at; a server that is killed loses the last seconds of them, never a text.
create table delivery_counts (
  organization_id bigint not null,
  sender_id bigint not null,
  span varchar(6) character set ascii collate ascii_bin not null,
  from_at datetime(6) not null,
  what varchar(12) character set ascii collate ascii_bin not null,
  code varchar(12) character set ascii collate ascii_bin not null,
  texts int not null,
  segments int not null,
  lag_ms bigint not null,
  primary key (organization_id, span, from_at, sender_id, what, code),
  key delivery_counts_age (span, from_at),
  key delivery_counts_sender (sender_id),
  constraint delivery_counts_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint delivery_counts_sender_fk foreign key (sender_id) references senders (sender_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
