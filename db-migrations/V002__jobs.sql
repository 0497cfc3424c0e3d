-- db-scheduler's table, as its documentation gives it for MySQL and MariaDB: recurring and one-off work of every room.
create table scheduled_tasks (
  task_name varchar(100) character set ascii collate ascii_bin not null,
  task_instance varchar(100) character set ascii collate ascii_bin not null,
  task_data blob,
  execution_time datetime(6) not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success datetime(6) null,
  last_failure datetime(6) null,
  consecutive_failures int,
  last_heartbeat datetime(6) null,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance),
  key scheduled_tasks_time (execution_time),
  key scheduled_tasks_heartbeat (last_heartbeat),
  key scheduled_tasks_priority (priority desc, execution_time asc)
) character set utf8mb4 collate utf8mb4_unicode_ci;
