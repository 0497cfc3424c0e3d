-- What changed: a line a field, with what stood in it before and after. Lines of the log are only ever added: the program has
-- no statement that changes or removes one, which the rules of the house hold, and RUNG_DATABASE_USER may be refused UPDATE
-- and DELETE on this table.
alter table audit_log
  add column changes varchar(4000) null,
  add key audit_log_actor (organization_id, actor_id, happened_at),
  add key audit_log_verb (organization_id, verb, happened_at),
  drop key audit_log_subject,
  add key audit_log_subject (organization_id, subject_kind, subject_id, happened_at);
