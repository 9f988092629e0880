/** How often each type is stated, of a hundred edges. */
const TYPES = [
  ...Array(34).fill('depends_on'),
  ...Array(20).fill('responsible_for'),
  ...Array(14).fill('uses'),
  ...Array(12).fill('part_of'),
  ...Array(8).fill('supplier_of'),
  ...Array(6).fill('owns'),
  ...Array(4).fill('reports_to'),
  ...Array(2).fill('same_as'),
]
const KINDS = ['system', 'system', 'project', 'organisation', 'topic']

/** Writes a graph whose edges stand on somebody's word: a hundredth of the entities are hubs, with a third of all ends. */
export async function fillGraph(database, { workspaceId, userId, entities, edges }) {
  await database.query(
    `insert into graph_entities (id, workspace_id, kind, name, name_key, root_id)
     select id, $1, ($3::text[])[1 + at % 5], ($3::text[])[1 + at % 5] || ' ' || at, ($3::text[])[1 + at % 5] || ' ' || at, id
     from (select gen_random_uuid() as id, at from generate_series(1, $2::int) as at) made`,
    [workspaceId, entities, KINDS],
  )
  await database.query(
    `with numbered as (select id, row_number() over (order by name) as at from graph_entities where name_key is not null),
     picked as (
       select at, ($4::text[])[1 + (random() * 99)::int] as type, ${numberUpTo('$2')} as one, ${numberUpTo('$2')} as other
       from generate_series(1, $3::int) as at)
     insert into graph_edges (id, workspace_id, type, from_id, to_id)
     select gen_random_uuid(), $1, coalesce(picked.type, 'uses'), one.id, other.id
     from picked join numbered one on one.at = picked.one join numbered other on other.at = picked.other
     where picked.one <> picked.other
     on conflict do nothing`,
    [workspaceId, entities, edges, TYPES],
  )
  await database.query(
    `insert into graph_evidence (id, workspace_id, edge_id, stated_by, found_by, confidence, at)
     select gen_random_uuid(), workspace_id, id, $2, 'stated', 0.7 + random() * 0.3, now() - random() * interval '90 days'
     from graph_edges where workspace_id = $1`,
    [workspaceId, userId],
  )
  const { rows } = await database.query(
    `select (select count(*)::int from graph_entities) as entities, (select count(*)::int from graph_edges) as edges,
            (select from_id from graph_edges group by from_id order by count(*) desc limit 1) as hub`,
  )
  await database.query('analyze')
  return rows[0]
}

const numberUpTo = (count) => `case when random() < 0.33 then 1 + (random() * (${count}::int / 100 - 1))::int
  else 1 + (random() * (${count}::int - 1))::int end`
