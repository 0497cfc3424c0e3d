-- Whom members know from their own phones. Names and numbers are sealed with the secret key, and numbers meet by a keyed
-- hash: neither a dump nor an admin reads them. supporter_id is there from the moment on in which a contact is shared.
create table contacts (
  contact_id bigint not null primary key,
  organization_id bigint not null,
  member_id bigint not null,
  phone_hash char(43) character set ascii collate ascii_bin not null,
  card_sealed varchar(1200) character set ascii collate ascii_bin not null,
  state varchar(12) character set ascii collate ascii_bin not null,
  supporter_id bigint null,
  left_to_text_at datetime(6) null,
  shared_at datetime(6) null,
  created_at datetime(6) not null,
  unique key contacts_member (member_id, phone_hash),
  key contacts_phone (organization_id, phone_hash),
  key contacts_supporter (supporter_id),
  constraint contacts_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint contacts_member_fk foreign key (member_id) references members (member_id),
  constraint contacts_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete set null
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What came of talking to a contact from one's own phone. The action is there once the contact is shared.
create table contact_talks (
  talk_id bigint not null primary key,
  organization_id bigint not null,
  contact_id bigint not null,
  outcome varchar(16) character set ascii collate ascii_bin not null,
  action_id bigint null,
  happened_at datetime(6) not null,
  key contact_talks_contact (contact_id, happened_at),
  key contact_talks_action (action_id),
  key contact_talks_organization (organization_id),
  constraint contact_talks_contact_fk foreign key (contact_id) references contacts (contact_id) on delete cascade,
  constraint contact_talks_action_fk foreign key (action_id) references actions (action_id) on delete set null,
  constraint contact_talks_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What a member proposes to say when they text someone they know.
create table contact_words (
  member_id bigint not null primary key,
  organization_id bigint not null,
  words varchar(600) not null,
  key contact_words_organization (organization_id),
  constraint contact_words_member_fk foreign key (member_id) references members (member_id) on delete cascade,
  constraint contact_words_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
