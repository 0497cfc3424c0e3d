-- In which town an event is, and its postal code: what maps and lists may tell of one whose address is hidden. All that is
-- held under an umbrella is read for each look at its page, from the index alone.
alter table events
  add column town varchar(80) not null default '' after address,
  add column postal_code varchar(12) not null default '' after town,
  add key events_held (umbrella_event_id, starts_at, organization_id, state, ends_at, town, postal_code),
  drop key events_umbrella;

alter table hostings
  add column town varchar(80) not null default '' after address,
  add column postal_code varchar(12) not null default '' after town;
