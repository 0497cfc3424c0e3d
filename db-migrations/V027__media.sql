-- Pictures and files that come and go with texts. A file is kept once an organization, found by the SHA-256 of its bytes.

create table media_files (
  media_file_id bigint not null primary key,
  organization_id bigint not null,
  digest char(64) character set ascii collate ascii_bin not null,
  type varchar(12) character set ascii collate ascii_bin not null,
  size int not null,
  -- Where the bytes are; named after the attachment that brought them, so that nobody deletes what another just wrote.
  blob_name varchar(60) character set ascii collate ascii_bin not null,
  -- The copy that people see, without what cameras write into a picture; none where no such copy could be made.
  shown_name varchar(60) character set ascii collate ascii_bin null,
  shown_type varchar(12) character set ascii collate ascii_bin null,
  width int null,
  height int null,
  created_at datetime(6) not null,
  unique key media_files_digest (organization_id, digest),
  unique key media_files_blob (blob_name),
  constraint media_files_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- One file with one text. Media lies below messaging, so message_id and phone are told to it, not referenced.
create table attachments (
  attachment_id bigint not null primary key,
  organization_id bigint not null,
  message_id bigint null,
  position tinyint not null default 0,
  phone varchar(20) character set ascii collate ascii_bin null,
  member_id bigint null,
  state varchar(8) character set ascii collate ascii_bin not null,
  trouble varchar(12) character set ascii collate ascii_bin null,
  media_file_id bigint null,
  name varchar(120) not null default '',
  sender_id bigint null,
  -- At the provider's, until it is deleted there.
  provider_url varchar(500) character set ascii collate ascii_bin null,
  attempts smallint not null default 0,
  created_at datetime(6) not null,
  unique key attachments_message (message_id, position),
  key attachments_phone (organization_id, phone),
  key attachments_file (media_file_id),
  key attachments_sender (sender_id),
  key attachments_member (member_id),
  -- What nobody ever sent is found and goes.
  key attachments_state (state, created_at),
  constraint attachments_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint attachments_file_fk foreign key (media_file_id) references media_files (media_file_id),
  constraint attachments_sender_fk foreign key (sender_id) references senders (sender_id),
  constraint attachments_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What a texter has begun to write may have a picture.
alter table drafts
  add column attachment_id bigint null,
  add key drafts_attachment (attachment_id),
  add constraint drafts_attachment_fk foreign key (attachment_id) references attachments (attachment_id) on delete set null;

-- A text with a picture is billed once, whatever its length, at a price of its own.
alter table segment_prices add column picture_millionths int null;

-- What the simulated provider keeps of pictures, in a demo only.
create table simulated_files (
  file_sid varchar(40) character set ascii collate ascii_bin not null primary key,
  text_sid varchar(40) character set ascii collate ascii_bin not null,
  account_sid varchar(64) character set ascii collate ascii_bin not null,
  type varchar(60) character set ascii collate ascii_bin not null,
  content mediumblob not null,
  created_at datetime(6) not null,
  key simulated_files_text (text_sid)
) character set utf8mb4 collate utf8mb4_unicode_ci;
