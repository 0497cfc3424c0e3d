-- A link by which somebody founds an organization: once, within a day, at any node.
create table founding_links (
  token_hash char(64) character set ascii collate ascii_bin not null primary key,
  -- One more, beside those that are there; else only the first.
  beside_others boolean not null default false,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  used_at datetime(6) null,
  key founding_links_open (used_at, expires_at)
) character set utf8mb4 collate utf8mb4_unicode_ci;
