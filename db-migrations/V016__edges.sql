-- Texts that were on their way when their person was erased: their words go as soon as it is known what became of them.
create table forgotten_texts (
  message_id bigint not null primary key,
  constraint forgotten_texts_message_fk foreign key (message_id) references messages (message_id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- A texter may look back at what was just closed, for a short while.
alter table conversations add column closed_at datetime(6) null;

-- What was answered to a request with an Idempotency-Key: the same one again gets the same answer.
create table api_requests (
  organization_id bigint not null,
  route varchar(40) character set ascii collate ascii_bin not null,
  request_key varchar(120) character set ascii collate ascii_bin not null,
  digest char(64) character set ascii collate ascii_bin not null,
  status smallint not null,
  location varchar(200) character set ascii collate ascii_bin null,
  answer mediumtext not null,
  created_at datetime(6) not null,
  primary key (organization_id, route, request_key),
  key api_requests_created (created_at),
  constraint api_requests_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- One vocabulary: a thing, a dot, what happened to it.
update audit_log set verb = 'number.revealed' where verb in ('number revealed', 'number.reveal');
update audit_log set verb = 'supporter.erased' where verb = 'supporter.erase';
update audit_log set verb = 'supporters.export-begun' where verb = 'supporters.export';
update audit_log set verb = 'member.roles-changed' where verb = 'member.roles';
