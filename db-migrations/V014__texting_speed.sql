-- Indexes of conversations that hold only what changes seldom: handing out touches two of them instead of three, a send
-- one instead of four. What waits is told by waiting_since_at alone, which is null in every other state.
alter table conversations
  -- An assignment with conversations is never deleted; how far a batch is, is counted from the work index.
  drop foreign key conversations_assignment_fk,
  drop key conversations_assignment,
  drop key conversations_desk,
  drop key conversations_lease,
  drop key conversations_inbox,
  add key conversations_desk (member_id, waiting_since_at),
  add key conversations_lease (leased_until_at),
  add key conversations_inbox (organization_id, waiting_since_at),
  add key conversations_newest (organization_id, conversation_id),
  add key conversations_of_campaign (campaign_id, conversation_id);

-- How many of a batch came back unsent.
alter table assignments add column returned int not null default 0;

-- An answer taken back after a reopening left such behind.
update conversations set waiting_since_at = coalesce(last_in_at, last_out_at, created_at)
where state = 'NEEDS_RESPONSE' and waiting_since_at is null;
