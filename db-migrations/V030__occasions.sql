-- What a text is part of to the room that sent it (texting: a campaign); messaging never looks inside. By it the last texts
-- of one campaign are found, however many others leave beside it.
alter table messages add column occasion_id bigint null;

-- Campaigns that may still be paused for what carriers filter.
update messages m
  join conversations c on c.conversation_id = m.topic_id
  join campaigns g on g.campaign_id = c.campaign_id
set m.occasion_id = c.campaign_id
where m.direction = 'OUT' and g.state <> 'ENDED';

alter table messages drop key messages_handed, add key messages_occasion (occasion_id, sent_at);

-- Wrong numbers that wrote again used to wait for an answer that nobody may send.
update conversations c
  join phone_consents k on k.organization_id = c.organization_id and k.phone = c.phone
set c.state = 'CLOSED', c.state_before = null, c.closed_reason = 'WRONG_NUMBER', c.closed_at = utc_timestamp(6),
  c.leased_until_at = null, c.waiting_since_at = null, c.suggestion = null
where k.consent = 'WRONG_NUMBER' and c.state = 'NEEDS_RESPONSE';
