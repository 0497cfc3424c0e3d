-- The simulated payment provider's own memory: its objects as it would answer them. Only the demo and tests write here.
create table simulated_payments (
  object_id varchar(80) character set ascii collate ascii_bin not null primary key,
  account varchar(80) character set ascii collate ascii_bin not null,
  kind varchar(24) character set ascii collate ascii_bin not null,
  parent varchar(80) character set ascii collate ascii_bin not null default '',
  created_at datetime(6) not null,
  body json not null,
  key simulated_payments_kind (account, kind, created_at),
  key simulated_payments_parent (parent)
) character set utf8mb4 collate utf8mb4_unicode_ci;
