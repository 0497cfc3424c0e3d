-- What carriers know of a registered 10DLC campaign beside its class: what it is for, how far it is, and its brand's score.
alter table brand_campaigns
  add column use_case varchar(40) not null default '',
  add column status varchar(10) character set ascii collate ascii_bin not null default 'UNKNOWN',
  add column vetting smallint null;
