-- One log of who did what: what was done to people and their messages, and what was made, changed or ended of what
-- programs come in by.
alter table moderation_acts rename to audit_log;
alter index moderation_acts_by_time rename to audit_log_by_time;
alter index moderation_acts_of_report rename to audit_log_of_report;
-- What is no person, message or channel: a token, a bot, a webhook, a slash command, an import or export.
alter table audit_log add column subject_id uuid;
alter table audit_log add column subject_name text;

insert into audit_log (id, workspace_id, actor_id, kind, subject_id, subject_name, created_at)
select id, workspace_id, actor_id, action, subject_id, subject_name, at from integration_audit;
drop table integration_audit;

create index audit_log_of_actor on audit_log (workspace_id, actor_id, id);
create index audit_log_of_user on audit_log (workspace_id, user_id, id) where user_id is not null;

-- A bot rests while the account of its owner is closed.
alter table bots add column is_resting boolean not null default false;
