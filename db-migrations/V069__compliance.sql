-- Files of numbers that go onto the do-not-text list. Their rows are read into the database at once, so that any server
-- may go on with them; after_line is how far it came, written in the transaction of each batch.
create table suppression_lists (
  suppression_list_id bigint not null primary key,
  organization_id bigint not null,
  name varchar(120) not null default '',
  occasion_id bigint not null default 0,
  until_at datetime(6) null,
  reason varchar(500) not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  total bigint not null default 0,
  done bigint not null default 0,
  changed bigint not null default 0,
  refused bigint not null default 0,
  after_line bigint not null default 0,
  member_id bigint null,
  created_at datetime(6) not null,
  ended_at datetime(6) null,
  key suppression_lists_newest (organization_id, suppression_list_id),
  key suppression_lists_state (state, ended_at),
  key suppression_lists_member (member_id),
  constraint suppression_lists_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint suppression_lists_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- A number, or what was written instead and why it is none; kept for 30 days.
create table suppression_list_rows (
  suppression_list_id bigint not null,
  line bigint not null,
  organization_id bigint not null,
  phone varchar(20) character set ascii collate ascii_bin null,
  written varchar(200) not null default '',
  problem varchar(300) null,
  primary key (suppression_list_id, line),
  key suppression_list_rows_organization (organization_id),
  constraint suppression_list_rows_list_fk foreign key (suppression_list_id)
    references suppression_lists (suppression_list_id) on delete cascade,
  constraint suppression_list_rows_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- What a member kept to show that somebody agreed again; the line of the ledger that it stands behind is never changed.
create table consent_evidence (
  evidence_id bigint not null primary key,
  organization_id bigint not null,
  consent_id bigint not null,
  how varchar(12) character set ascii collate ascii_bin not null,
  name varchar(120) not null default '',
  type varchar(40) character set ascii collate ascii_bin null,
  size int not null default 0,
  digest char(64) character set ascii collate ascii_bin null,
  blob_name varchar(60) character set ascii collate ascii_bin null,
  member_id bigint null,
  created_at datetime(6) not null,
  unique key consent_evidence_line (consent_id),
  key consent_evidence_organization (organization_id, evidence_id),
  key consent_evidence_member (member_id),
  constraint consent_evidence_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint consent_evidence_consent_fk foreign key (consent_id) references consents (consent_id),
  constraint consent_evidence_member_fk foreign key (member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Who came in and who went, by the time they said so.
alter table consents add key consents_kind (organization_id, kind, happened_at, consent_id);
