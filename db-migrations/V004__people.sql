-- The people the organization knows.
create table supporters (
  supporter_id bigint not null primary key,
  organization_id bigint not null,
  first_name varchar(80) not null default '',
  last_name varchar(80) not null default '',
  first_name_folded varchar(80) character set utf8mb4 collate utf8mb4_bin not null default '',
  email varchar(254) not null default '',
  postal_code varchar(16) character set ascii collate ascii_bin not null default '',
  city varchar(80) not null default '',
  region varchar(80) not null default '',
  country char(2) character set ascii collate ascii_bin not null default 'US',
  zone varchar(64) character set ascii collate ascii_bin null,
  language varchar(8) character set ascii collate ascii_bin not null default 'en',
  source varchar(120) not null default '',
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  key supporters_newest (organization_id, supporter_id),
  key supporters_by_last_name (organization_id, last_name, first_name, supporter_id),
  key supporters_by_first_name (organization_id, first_name, last_name, supporter_id),
  key supporters_by_email (organization_id, email),
  key supporters_by_postal_code (organization_id, postal_code),
  key supporters_by_city (organization_id, city),
  constraint supporters_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Position 0 is the number used for texting; a household may share one number.
create table supporter_phones (
  organization_id bigint not null,
  phone varchar(20) character set ascii collate ascii_bin not null,
  supporter_id bigint not null,
  position tinyint not null default 0,
  primary key (organization_id, phone, supporter_id),
  unique key supporter_phones_position (supporter_id, position),
  constraint supporter_phones_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint supporter_phones_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- The lists a supporter came with: an import, a call of the API. Someone may be on several.
create table supporter_batches (
  organization_id bigint not null,
  batch_id bigint not null,
  supporter_id bigint not null,
  primary key (organization_id, batch_id, supporter_id),
  key supporter_batches_supporter (supporter_id),
  constraint supporter_batches_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint supporter_batches_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Whoever makes supporters of numbers counts up first, so that two at once find each other's people instead of making doubles.
create table upsert_turns (
  organization_id bigint not null primary key,
  turns bigint not null,
  constraint upsert_turns_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table tags (
  tag_id bigint not null primary key,
  organization_id bigint not null,
  name varchar(60) not null,
  created_at datetime(6) not null,
  unique key tags_name (organization_id, name),
  constraint tags_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table supporter_tags (
  supporter_id bigint not null,
  tag_id bigint not null,
  organization_id bigint not null,
  added_at datetime(6) not null,
  primary key (supporter_id, tag_id),
  key supporter_tags_by_tag (tag_id, supporter_id),
  key supporter_tags_organization (organization_id),
  constraint supporter_tags_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint supporter_tags_tag_fk foreign key (tag_id) references tags (tag_id) on delete cascade,
  constraint supporter_tags_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table custom_fields (
  custom_field_id bigint not null primary key,
  organization_id bigint not null,
  field_key varchar(60) character set ascii collate ascii_bin not null,
  label varchar(80) not null,
  created_at datetime(6) not null,
  unique key custom_fields_key (organization_id, field_key),
  constraint custom_fields_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table supporter_fields (
  supporter_id bigint not null,
  custom_field_id bigint not null,
  organization_id bigint not null,
  value varchar(500) not null,
  primary key (supporter_id, custom_field_id),
  key supporter_fields_by_value (custom_field_id, value(60), supporter_id),
  key supporter_fields_organization (organization_id),
  constraint supporter_fields_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint supporter_fields_field_fk foreign key (custom_field_id) references custom_fields (custom_field_id) on delete cascade,
  constraint supporter_fields_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Someone (a member, or another supporter) knows a supporter.
create table relationships (
  relationship_id bigint not null primary key,
  organization_id bigint not null,
  supporter_id bigint not null,
  knower_member_id bigint null,
  knower_supporter_id bigint null,
  kind varchar(20) character set ascii collate ascii_bin not null,
  strength tinyint not null default 1,
  source varchar(20) character set ascii collate ascii_bin not null,
  visibility varchar(12) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  unique key relationships_member (supporter_id, knower_member_id),
  key relationships_known_by_member (knower_member_id, supporter_id),
  key relationships_known_by_supporter (knower_supporter_id),
  key relationships_organization (organization_id),
  constraint relationships_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint relationships_knower_member_fk foreign key (knower_member_id) references members (member_id),
  constraint relationships_knower_supporter_fk foreign key (knower_supporter_id) references supporters (supporter_id) on delete cascade,
  constraint relationships_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table supporter_notes (
  note_id bigint not null primary key,
  organization_id bigint not null,
  supporter_id bigint not null,
  member_id bigint null,
  words varchar(2000) not null,
  created_at datetime(6) not null,
  key supporter_notes_supporter (supporter_id, created_at),
  key supporter_notes_member (member_id),
  key supporter_notes_organization (organization_id),
  constraint supporter_notes_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint supporter_notes_member_fk foreign key (member_id) references members (member_id),
  constraint supporter_notes_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
