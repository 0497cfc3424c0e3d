-- Campaigns that were moved on to a newer version of their script, and moved back: by these versions stays readable what
-- was answered to a question that is gone.
create table script_moves (
  script_move_id bigint not null primary key,
  organization_id bigint not null,
  campaign_id bigint not null,
  former_script_version_id bigint not null,
  script_version_id bigint not null,
  made_by_member_id bigint null,
  moved_at datetime(6) not null,
  undone_at datetime(6) null,
  key script_moves_campaign (campaign_id, script_move_id),
  key script_moves_organization (organization_id),
  key script_moves_former (former_script_version_id),
  key script_moves_version (script_version_id),
  key script_moves_made_by (made_by_member_id),
  constraint script_moves_organization_fk foreign key (organization_id) references organizations (organization_id),
  constraint script_moves_campaign_fk foreign key (campaign_id) references campaigns (campaign_id),
  constraint script_moves_former_fk foreign key (former_script_version_id) references script_versions (script_version_id),
  constraint script_moves_version_fk foreign key (script_version_id) references script_versions (script_version_id),
  constraint script_moves_made_by_fk foreign key (made_by_member_id) references members (member_id)
) character set utf8mb4 collate utf8mb4_unicode_ci;
