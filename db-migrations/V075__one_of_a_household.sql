-- Whether a campaign texts one person of each household first.
alter table campaigns
  add column one_per_household boolean not null default false;
