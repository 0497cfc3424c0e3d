-- What the organizers' inbox put off, the next first: nobody holds it, so that no texter's key leads to it.
alter table follow_ups
  add key follow_ups_waiting (organization_id, done_at, due_at);
alter table follow_ups drop key follow_ups_organization;
