-- An ask in other languages: what it is called and what to say to whoever speaks one. Empty: as the organization has it.
create table ask_variants (
  ask_id bigint not null,
  language varchar(8) character set ascii collate ascii_bin not null,
  organization_id bigint not null,
  title varchar(120) not null,
  words varchar(320) not null,
  primary key (ask_id, language),
  key ask_variants_organization (organization_id),
  constraint ask_variants_ask_fk foreign key (ask_id) references asks (ask_id),
  constraint ask_variants_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
