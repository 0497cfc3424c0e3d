-- What every text says, by word, so that organizers find it again. It is filled in the background: storing a text costs
-- nothing more than before. Texts stand in segments of an organization; of each word a segment has one row with the places
-- of its texts in it, two bytes a text. A word is a number made of it: the words themselves are in messages alone.
create table review_segments (
  organization_id bigint not null,
  segment int not null,
  texts int not null,
  first_text bigint not null,
  last_text bigint not null,
  -- Eight bytes a text, in the order of their places.
  ids varbinary(32768) not null,
  primary key (organization_id, segment),
  key review_segments_last (organization_id, last_text),
  constraint review_segments_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table review_words (
  organization_id bigint not null,
  word bigint not null,
  segment int not null,
  places varbinary(8192) not null,
  primary key (organization_id, word, segment),
  key review_words_segment (organization_id, segment),
  constraint review_words_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- How far texts are in it. The second walk looks for those that were stored late, behind the first.
create table review_walks (
  walk varchar(8) character set ascii collate ascii_bin not null primary key,
  reached bigint not null
) character set utf8mb4 collate utf8mb4_unicode_ci;
insert into review_walks (walk, reached) values ('FIRST', 0);
insert into review_walks (walk, reached) select 'SECOND', coalesce(max(message_id), 0) from messages;

-- Texts whose words are never in it again, since their person was erased; gone_at is null until they are out of it.
create table review_forgotten (
  message_id bigint not null primary key,
  organization_id bigint not null,
  gone_at datetime(6) null,
  key review_forgotten_gone (gone_at),
  key review_forgotten_organization (organization_id),
  constraint review_forgotten_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Texts that did not arrive, by what the provider said. Whether they still did not, their message says.
create table review_failures (
  organization_id bigint not null,
  error_code varchar(12) character set ascii collate ascii_bin not null,
  message_id bigint not null,
  primary key (organization_id, error_code, message_id),
  key review_failures_newest (organization_id, message_id),
  constraint review_failures_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
