-- Which action kept a promise, and what settled it otherwise; which are overdue, in every organization at once.
alter table commitments
  add column action_id bigint null,
  add column settled_by varchar(8) character set ascii collate ascii_bin null,
  add key commitments_action (action_id),
  add key commitments_open (state, due_at, promised_at),
  add constraint commitments_action_fk foreign key (action_id) references actions (action_id) on delete set null;
