-- Filters kept under a name, to be loaded over the list of supporters and named by turfs.
create table saved_filters (
  saved_filter_id bigint not null primary key,
  organization_id bigint not null,
  name varchar(120) not null,
  filter json not null,
  member_id bigint null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  unique key saved_filters_name (organization_id, name),
  key saved_filters_member (member_id),
  constraint saved_filters_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint saved_filters_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
