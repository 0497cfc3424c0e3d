-- When a member went through the practice before their first batch; nothing else of it is stored.
alter table members add column practised_at datetime(6) null;
