-- A campaign may start and end by itself, be kept as a template, text a few first, and leave each texter only so many first
-- texts a day.
alter table campaigns
  -- Null once it has started, or could not.
  add column starts_at datetime(6) null,
  add column ends_at datetime(6) null,
  add column template boolean not null default false,
  add column sample_size int null,
  add column sample_done_at datetime(6) null,
  add column day_cap int null,
  -- How many supporters are to do what the campaign is after.
  add column goal_number int null,
  add key campaigns_starts (starts_at),
  add key campaigns_ends (ends_at),
  add key campaigns_samples (sample_size);
