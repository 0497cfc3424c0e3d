-- Words that an organization wants its texters to think about (WARN) or an organizer to see before they leave (HOLD).
create table watched_words (
  watched_word_id bigint not null primary key,
  organization_id bigint not null,
  phrase varchar(80) not null,
  -- As it is compared: without accents and case, one blank between its words.
  folded varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  strength varchar(4) character set ascii collate ascii_bin not null,
  made_by_member_id bigint null,
  created_at datetime(6) not null,
  unique key watched_words_folded (organization_id, folded),
  key watched_words_made_by (made_by_member_id),
  constraint watched_words_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint watched_words_made_by_fk foreign key (made_by_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What becomes of slurs and threats that Rung knows itself; without a row texters are asked.
create table watched_slurs (
  organization_id bigint not null primary key,
  strength varchar(4) character set ascii collate ascii_bin null,
  constraint watched_slurs_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Texts by texters with such words: sent all the same (WARNED), held first (HELD), or found afterwards (FOUND). word is
-- empty for what Rung's own list has.
create table flagged_texts (
  message_id bigint not null primary key,
  organization_id bigint not null,
  member_id bigint null,
  word varchar(80) not null,
  how varchar(6) character set ascii collate ascii_bin not null,
  flagged_at datetime(6) not null,
  key flagged_texts_newest (organization_id, message_id),
  key flagged_texts_member (member_id),
  constraint flagged_texts_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint flagged_texts_member_fk foreign key (member_id) references members (member_id),
  constraint flagged_texts_message_fk foreign key (message_id) references messages (message_id) on delete cascade
) character set utf8mb4 collate utf8mb4_unicode_ci;
