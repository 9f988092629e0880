-- A question that finds nothing is asked again by the team's other names: which there are is looked up each time.
create index graph_edges_of_names on graph_edges (workspace_id) where type = 'same_as';
