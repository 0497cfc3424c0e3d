-- Who is sending: a node that was not seen for a while is dead, and what it had claimed must be looked up.
create table outbox_nodes (
  node varchar(40) character set ascii collate ascii_bin not null primary key,
  seen_at datetime(6) not null
) character set utf8mb4 collate utf8mb4_unicode_ci;
