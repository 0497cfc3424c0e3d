-- Where the provider's books and ours differ. MENDED was missing here and is written now; the others wait for a person.
create table payment_gaps (
  payment_gap_id bigint not null primary key,
  organization_id bigint not null,
  payment_key varchar(120) character set ascii collate ascii_bin not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  ours_minor bigint not null,
  theirs_minor bigint not null,
  currency char(3) character set ascii collate ascii_bin not null,
  gift_id bigint null,
  found_at datetime(6) not null,
  settled_at datetime(6) null,
  settled_by_member_id bigint null,
  unique key payment_gaps_once (organization_id, payment_key, kind),
  key payment_gaps_open (organization_id, settled_at, payment_gap_id),
  key payment_gaps_gift (gift_id),
  key payment_gaps_settled_by (settled_by_member_id),
  constraint payment_gaps_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint payment_gaps_gift_fk foreign key (gift_id) references gifts (gift_id),
  constraint payment_gaps_settled_by_fk foreign key (settled_by_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
