-- Texts that are made at the same moment for somebody without a link make one: the key names them and the link before.
alter table give_links
  add column once_key varchar(40) character set ascii collate ascii_bin null,
  add unique key give_links_once (organization_id, once_key);
