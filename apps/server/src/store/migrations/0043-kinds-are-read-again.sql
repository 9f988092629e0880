-- What nothing more was known of was taken for a system or a project. Everything is read again by the next version of what
-- reads, which says what they are; what an expert has named stays what they said.
update graph_entities set kind = 'topic'
where kind in ('system', 'project') and not exists (
  select 1 from graph_edges edges join graph_evidence evidence on evidence.edge_id = edges.id
  where graph_entities.id in (edges.from_id, edges.to_id) and evidence.stated_by is not null);
