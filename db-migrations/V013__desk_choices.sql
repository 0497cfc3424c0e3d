-- How a member likes their desk.
create table desk_choices (
  member_id bigint not null primary key,
  organization_id bigint not null,
  stays boolean not null,
  key desk_choices_organization (organization_id),
  constraint desk_choices_member_fk foreign key (member_id) references members (member_id) on delete cascade,
  constraint desk_choices_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
