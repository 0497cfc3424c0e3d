-- Why a texter left someone out, with words of their own where no ready reason fits; the latest time, should it be done again.
-- Whether it still is skipped says the conversation.
create table skips (
  conversation_id bigint not null primary key,
  organization_id bigint not null,
  campaign_id bigint not null,
  member_id bigint null,
  reason varchar(12) character set ascii collate ascii_bin not null,
  words varchar(200) not null default '',
  skipped_at datetime(6) not null,
  key skips_campaign (campaign_id, reason, conversation_id),
  key skips_organization (organization_id),
  key skips_member (member_id),
  constraint skips_conversation_fk foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
  constraint skips_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint skips_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint skips_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What texters may do to the words of a campaign's first text: change them, change them and be marked, or nothing.
alter table campaigns
  add column edits varchar(8) character set ascii collate ascii_bin not null default 'FLAGGED';

-- First texts whose words were not the script's, beside what the script said to that person. Found by the message: a text
-- that was taken back counts no more.
create table edited_texts (
  message_id bigint not null primary key,
  organization_id bigint not null,
  campaign_id bigint not null,
  conversation_id bigint not null,
  scripted varchar(3200) not null,
  key edited_texts_campaign (campaign_id, message_id),
  key edited_texts_conversation (conversation_id),
  key edited_texts_organization (organization_id),
  constraint edited_texts_message_fk foreign key (message_id) references messages (message_id) on delete cascade,
  constraint edited_texts_conversation_fk foreign key (conversation_id) references conversations (conversation_id) on delete cascade,
  constraint edited_texts_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint edited_texts_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
