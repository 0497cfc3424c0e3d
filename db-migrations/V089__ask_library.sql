-- The library of asks: several rungs each, how soon it is needed, how much it is to ask, and whose language it is in.
alter table asks
  add column urgency varchar(8) character set ascii collate ascii_bin not null default 'USUAL',
  add column risk varchar(8) character set ascii collate ascii_bin not null default 'LOW',
  add column languages varchar(120) character set ascii collate ascii_bin not null default '',
  add column revision int not null default 1;

create table ask_rungs (
  ask_id bigint not null,
  rung_id bigint not null,
  organization_id bigint not null,
  primary key (ask_id, rung_id),
  key ask_rungs_rung (rung_id),
  key ask_rungs_organization (organization_id),
  constraint ask_rungs_ask_fk foreign key (ask_id) references asks (ask_id),
  constraint ask_rungs_rung_fk foreign key (rung_id) references rungs (rung_id),
  constraint ask_rungs_organization_fk foreign key (organization_id) references organizations (organization_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;

insert into ask_rungs (ask_id, rung_id, organization_id)
  select a.ask_id, r.rung_id, a.organization_id
  from asks a join rungs r on r.ladder_id = a.ladder_id and r.position = a.position and r.retired_at is null;

-- The rung on which someone stood when they were asked: acceptance is learned for each rung and kind of ask.
alter table askings add column rung_id bigint null;

update askings k join asks a on a.ask_id = k.ask_id
  join rungs r on r.ladder_id = a.ladder_id and r.position = a.position and r.retired_at is null
  set k.rung_id = r.rung_id;

create table acceptances (
  organization_id bigint not null,
  rung_id bigint not null,
  family varchar(12) character set ascii collate ascii_bin not null,
  asked bigint not null,
  accepted bigint not null,
  counted_at datetime(6) not null,
  primary key (organization_id, rung_id, family),
  key acceptances_rung (rung_id),
  constraint acceptances_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint acceptances_rung_fk foreign key (rung_id) references rungs (rung_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
