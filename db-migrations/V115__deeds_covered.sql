-- Filters ask who did or gave something since a day: answered from the index alone, without a look at every deed's row.
alter table actions
  add key actions_done (organization_id, type, happened_at, voided_at, supporter_id, currency, amount_minor);
alter table actions drop key actions_type;
