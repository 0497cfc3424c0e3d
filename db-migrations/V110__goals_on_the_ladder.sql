-- A campaign may be after a rung of a ladder instead of a deed.
alter table campaigns
  add column goal_rung_id bigint null,
  add key campaigns_goal_rung (goal_rung_id),
  add constraint campaigns_goal_rung_fk foreign key (goal_rung_id) references rungs (rung_id);
