-- Checkouts are listed, the latest first, all or those in one state.
alter table checkouts
  add key checkouts_page (organization_id, checkout_id),
  add key checkouts_state (organization_id, state, checkout_id);
