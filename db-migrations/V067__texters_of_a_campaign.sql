-- How many first texts somebody new sends before an organizer has looked at them; nothing where nobody looks.
create table review_rules (
  organization_id bigint not null primary key,
  first_texts int not null,
  constraint review_rules_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Whose first texts were looked at: they take as many as they like. Also whoever texted before anybody looked.
create table reviewed_texters (
  member_id bigint not null primary key,
  organization_id bigint not null,
  by_member_id bigint null,
  reviewed_at datetime(6) not null,
  key reviewed_texters_organization (organization_id),
  key reviewed_texters_by (by_member_id),
  constraint reviewed_texters_member_fk foreign key (member_id) references members (member_id),
  constraint reviewed_texters_by_fk foreign key (by_member_id) references members (member_id),
  constraint reviewed_texters_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What organizers tell all texters of a campaign; each sees it until they have read it.
create table texter_notes (
  texter_note_id bigint not null primary key,
  organization_id bigint not null,
  campaign_id bigint not null,
  member_id bigint null,
  words varchar(500) not null,
  told_at datetime(6) not null,
  taken_back_at datetime(6) null,
  key texter_notes_campaign (campaign_id, told_at),
  key texter_notes_organization (organization_id),
  key texter_notes_member (member_id),
  constraint texter_notes_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint texter_notes_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint texter_notes_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table texter_note_readings (
  texter_note_id bigint not null,
  member_id bigint not null,
  organization_id bigint not null,
  read_at datetime(6) not null,
  primary key (texter_note_id, member_id),
  key texter_note_readings_member (member_id),
  key texter_note_readings_organization (organization_id),
  constraint texter_note_readings_note_fk foreign key (texter_note_id) references texter_notes (texter_note_id) on delete cascade,
  constraint texter_note_readings_member_fk foreign key (member_id) references members (member_id),
  constraint texter_note_readings_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
