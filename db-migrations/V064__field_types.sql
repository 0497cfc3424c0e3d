-- What a custom field holds, and among which choices; numbers once more as numbers, to be compared by an index.
alter table custom_fields
  add column type varchar(8) character set ascii collate ascii_bin not null default 'TEXT',
  add column choices json null;

alter table supporter_fields
  add column number decimal(24,6) null,
  add key supporter_fields_by_number (custom_field_id, number, supporter_id);
