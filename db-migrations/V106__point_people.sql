-- The one member who knows somebody best, and is turned to first.
create table supporter_points (
  supporter_id bigint not null primary key,
  organization_id bigint not null,
  member_id bigint not null,
  set_at datetime(6) not null,
  key supporter_points_member (member_id, supporter_id),
  key supporter_points_organization (organization_id, member_id),
  constraint supporter_points_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint supporter_points_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint supporter_points_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
