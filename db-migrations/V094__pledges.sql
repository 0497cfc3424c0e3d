-- A pledge is a promise to give with its amount: it is kept once what they gave since then adds up to it.
alter table commitments
  add column amount_minor bigint null,
  add column currency char(3) character set ascii collate ascii_bin null,
  add key commitments_pledges (organization_id, family, state, due_at);
