-- What the simulated provider carried, in a demo only: like a real one it remembers across our restarts.
create table simulated_texts (
  sid varchar(40) character set ascii collate ascii_bin not null primary key,
  account_sid varchar(64) character set ascii collate ascii_bin not null,
  phone varchar(20) character set ascii collate ascii_bin not null,
  address varchar(64) character set ascii collate ascii_bin not null,
  outbound boolean not null,
  body varchar(1600) not null,
  status varchar(16) character set ascii collate ascii_bin not null,
  error_code varchar(12) character set ascii collate ascii_bin null,
  created_at datetime(6) not null,
  key simulated_texts_phone (account_sid, phone, created_at)
) character set utf8mb4 collate utf8mb4_unicode_ci;
