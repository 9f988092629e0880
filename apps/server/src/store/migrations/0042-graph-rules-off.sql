-- Rules of the graph that a workspace has switched off: one of its own by its id, one that is there everywhere by its name.
create table graph_rules_off (
  workspace_id uuid not null references workspaces,
  rule_key text not null,
  primary key (workspace_id, rule_key)
);
