-- A server of map pictures that an organization named: only its members' browsers ask it, and no other.
create table map_tiles (
  organization_id bigint not null primary key,
  address varchar(300) not null,
  credit varchar(200) not null,
  constraint map_tiles_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
