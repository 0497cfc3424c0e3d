-- Files of gifts. Their rows wait here until a job has taken them; what was refused stays a while, with the reason.
create table gift_files (
  gift_file_id bigint not null primary key,
  organization_id bigint not null,
  member_id bigint null,
  name varchar(160) not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  head json not null,
  row_count int not null,
  added int not null default 0,
  known int not null default 0,
  went_back int not null default 0,
  unmatched int not null default 0,
  refused int not null default 0,
  made_at datetime(6) not null,
  ended_at datetime(6) null,
  key gift_files_list (organization_id, gift_file_id),
  key gift_files_state (state),
  key gift_files_member (member_id),
  constraint gift_files_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint gift_files_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table gift_file_rows (
  gift_file_id bigint not null,
  line int not null,
  organization_id bigint not null,
  cells json not null,
  once_key varchar(120) character set ascii collate ascii_bin not null,
  why varchar(400) null,
  primary key (gift_file_id, line),
  key gift_file_rows_organization (organization_id),
  key gift_file_rows_why (gift_file_id, why(1), line),
  constraint gift_file_rows_file_fk foreign key (gift_file_id) references gift_files (gift_file_id) on delete cascade,
  constraint gift_file_rows_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
