-- Cuts of supporters: a saved filter, or a frozen list.
create table turfs (
  turf_id bigint not null primary key,
  organization_id bigint not null,
  name varchar(120) not null,
  kind varchar(8) character set ascii collate ascii_bin not null,
  filter json null,
  owner_member_id bigint null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  retired_at datetime(6) null,
  key turfs_organization (organization_id, created_at),
  key turfs_owner (owner_member_id),
  constraint turfs_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint turfs_owner_fk foreign key (owner_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table turf_supporters (
  turf_id bigint not null,
  supporter_id bigint not null,
  organization_id bigint not null,
  primary key (turf_id, supporter_id),
  key turf_supporters_supporter (supporter_id),
  key turf_supporters_organization (organization_id),
  constraint turf_supporters_turf_fk foreign key (turf_id) references turfs (turf_id) on delete cascade,
  constraint turf_supporters_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint turf_supporters_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
