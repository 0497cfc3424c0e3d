-- Where people live: the line of their address, their own coordinates where a list brought them, and the spot they are
-- counted at, which follows from those or else from their postal code. A spot is one number whose neighbours are near in
-- number too (org.rung.places.Spot), so that one index serves every area and every map. address_key is the same for everyone
-- at one address.
alter table supporters
  add column address_line varchar(120) not null default '',
  add column latitude decimal(9,6) null,
  add column longitude decimal(9,6) null,
  add column spot bigint null,
  add column address_key bigint null,
  add key supporters_by_spot (organization_id, spot),
  add key supporters_by_address (organization_id, address_key),
  add key supporters_by_region (organization_id, region),
  add key supporters_by_source (organization_id, source),
  add key supporters_by_language (organization_id, language);

-- Who was here before spots were: each is looked at once, in the order of their ids.
create table spots_to_find (
  organization_id bigint not null primary key,
  after_id bigint not null,
  constraint spots_to_find_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

insert into spots_to_find (organization_id, after_id)
select distinct organization_id, -9223372036854775808 from supporters;

-- People who live together: at one address, or with one number. Who lives alone has no row. A household bears the id of
-- whoever of it is known the longest.
create table households (
  supporter_id bigint not null primary key,
  organization_id bigint not null,
  household_id bigint not null,
  key households_of_one (organization_id, household_id, supporter_id),
  constraint households_supporter_fk foreign key (supporter_id) references supporters (supporter_id) on delete cascade,
  constraint households_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
