-- Files that whoever hosts one under an umbrella gets with its kit; their bytes are where pictures are.
create table kit_files (
  kit_file_id bigint not null primary key,
  organization_id bigint not null,
  event_id bigint not null,
  name varchar(120) not null,
  type varchar(10) character set ascii collate ascii_bin not null,
  size int not null,
  digest char(64) character set ascii collate ascii_bin not null,
  blob_name varchar(60) character set ascii collate ascii_bin not null,
  member_id bigint null,
  added_at datetime(6) not null,
  key kit_files_event (event_id, kit_file_id),
  key kit_files_organization (organization_id),
  key kit_files_member (member_id),
  constraint kit_files_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint kit_files_event_fk foreign key (event_id) references events (event_id) on delete cascade,
  constraint kit_files_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
