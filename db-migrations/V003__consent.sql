-- Who may be texted. The ledger is append-only and belongs to the number: it survives the deletion of a person.
create table consents (
  consent_id bigint not null primary key,
  organization_id bigint not null,
  phone varchar(20) character set ascii collate ascii_bin not null,
  kind varchar(12) character set ascii collate ascii_bin not null,
  source varchar(12) character set ascii collate ascii_bin not null,
  words varchar(1600) not null default '',
  actor_kind varchar(10) character set ascii collate ascii_bin not null,
  actor_id bigint null,
  source_id bigint null,
  happened_at datetime(6) not null,
  recorded_at datetime(6) not null,
  key consents_phone (organization_id, phone, happened_at),
  constraint consents_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

-- Where each number stands now: the fold of its ledger, written in the same transaction.
create table phone_consents (
  organization_id bigint not null,
  phone varchar(20) character set ascii collate ascii_bin not null,
  consent varchar(12) character set ascii collate ascii_bin not null,
  since_at datetime(6) not null,
  primary key (organization_id, phone),
  key phone_consents_by_consent (organization_id, consent, since_at),
  constraint phone_consents_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
