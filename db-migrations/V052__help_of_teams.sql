-- Help may be asked of a team: its leads are told, and reach this one conversation while the request is open.
alter table help_requests
  add column to_team_id bigint null,
  add key help_requests_team (to_team_id, settled_at, help_request_id),
  add constraint help_requests_team_fk foreign key (to_team_id) references teams (team_id);

-- Which team has it, as long as help_since_at is set.
alter table conversations
  add column helper_team_id bigint null,
  add key conversations_helper_team (helper_team_id),
  add constraint conversations_helper_team_fk foreign key (helper_team_id) references teams (team_id);

-- How far a member was told of requests for help, beside the replies of told_until_at.
alter table alert_choices add column help_told_until_at datetime(6) null;
update alert_choices set help_told_until_at = told_until_at;
