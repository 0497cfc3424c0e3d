-- The latest comparison of both books, one row an organization, so that nobody runs two at once. leased_until_at is until when
-- whoever runs it is taken to be alive; attempt says whose run it is, so that one who was taken for dead writes nothing more.
create table payment_comparisons (
  organization_id bigint not null primary key,
  state varchar(8) character set ascii collate ascii_bin not null,
  attempt bigint not null default 0,
  tries int not null default 0,
  asked_at datetime(6) not null,
  leased_until_at datetime(6) null,
  seen int not null default 0,
  mended int not null default 0,
  differing int not null default 0,
  trouble varchar(12) character set ascii collate ascii_bin null,
  ended_at datetime(6) null,
  key payment_comparisons_working (state, leased_until_at),
  constraint payment_comparisons_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
