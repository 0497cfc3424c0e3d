-- What holds for a texter in every campaign: first texts in a day, and the languages that they write beside the usual one.
create table texter_caps (
  member_id bigint not null primary key,
  organization_id bigint not null,
  day_cap int not null,
  key texter_caps_organization (organization_id),
  constraint texter_caps_member_fk foreign key (member_id) references members (member_id),
  constraint texter_caps_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

create table texter_languages (
  member_id bigint not null,
  language varchar(8) character set ascii collate ascii_bin not null,
  organization_id bigint not null,
  primary key (member_id, language),
  key texter_languages_spoken (organization_id, language),
  constraint texter_languages_member_fk foreign key (member_id) references members (member_id),
  constraint texter_languages_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Who asked for work last and got less than they asked for, and the one reason.
create table short_pulls (
  member_id bigint not null primary key,
  organization_id bigint not null,
  campaign_id bigint not null,
  asked int not null,
  given int not null,
  why varchar(16) character set ascii collate ascii_bin not null,
  pulled_at datetime(6) not null,
  key short_pulls_organization (organization_id),
  key short_pulls_campaign (campaign_id),
  constraint short_pulls_member_fk foreign key (member_id) references members (member_id),
  constraint short_pulls_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint short_pulls_campaign_fk foreign key (campaign_id) references campaigns (campaign_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
