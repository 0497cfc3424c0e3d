-- Whether a text has had the one more try that an unreachable handset gets: how often it was claimed does not tell, since
-- a provider that was too busy counts there, too.
alter table messages add column retried boolean not null default false;
