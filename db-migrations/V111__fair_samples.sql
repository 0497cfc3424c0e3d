-- In what order people of a campaign are texted while it texts a sample: drawn by lot once, and kept, so that whoever asks
-- next, on whichever server, goes on where the one before stopped. A few more than the sample has, for those who drop out.
create table sample_places (
  campaign_id bigint not null,
  place int not null,
  conversation_id bigint not null,
  organization_id bigint not null,
  primary key (campaign_id, place),
  unique key sample_places_conversation (conversation_id),
  key sample_places_organization (organization_id),
  constraint sample_places_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint sample_places_conversation_fk foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
  constraint sample_places_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
