import { type FoundRelation, type NamedEntity, nameKey } from '@parley/knowledge'
import { type Insertable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Database } from './database'
import type { GraphEvidenceTable } from './graph-tables'
import { lockGraph } from './lock-graph'

type SourceColumn = 'message_id' | 'document_id' | 'task_id' | 'directory_user_id' | 'stated_by'

/** Where relations were found. */
export interface GraphSource {
  readonly workspaceId: string
  readonly column: SourceColumn
  readonly id: string
  readonly documentVersion?: number
  readonly at: Date
}

const LONGEST_NAME = 120

/** Takes what a source states in place of what it stated before, so that reading it again changes nothing. The graph must be locked. */
export async function replaceRelations(
  rows: Database,
  source: GraphSource,
  found: readonly FoundRelation[],
): Promise<void> {
  const before = await rows
    .deleteFrom('graph_evidence')
    .where(source.column, '=', source.id)
    .returning('edge_id')
    .execute()
  await addRelations(rows, source, found)
  await dropFallen(rows, [...new Set(before.map(({ edge_id }) => edge_id))])
}

/** Adds what a source states; edges and entities that are there already get another evidence. */
export async function addRelations(
  rows: Database,
  source: GraphSource,
  found: readonly FoundRelation[],
): Promise<string[]> {
  const ids: string[] = []
  for (const relation of found) {
    const fromId = await findOrAddEntity(rows, source.workspaceId, relation.from)
    const toId = await findOrAddEntity(rows, source.workspaceId, relation.to)
    if (fromId === toId) continue
    const edgeId = await findOrAddEdge(rows, source.workspaceId, relation, fromId, toId)
    await rows
      .insertInto('graph_evidence')
      .values(evidenceOf(source, relation, edgeId))
      .execute()
    ids.push(edgeId)
  }
  return ids
}

type Shown = Pick<FoundRelation, 'start' | 'end' | 'by' | 'confidence' | 'isEnded'>

function evidenceOf(source: GraphSource, relation: Shown, edgeId: string): Insertable<GraphEvidenceTable> {
  const none = { message_id: null, document_id: null, task_id: null, directory_user_id: null, stated_by: null }
  return {
    ...{ ...none, [source.column]: source.id },
    ...{ id: uuidv7(), workspace_id: source.workspaceId, edge_id: edgeId },
    document_version: source.documentVersion ?? null,
    ...{ start_at: relation.start, end_at: relation.end, found_by: relation.by, confidence: relation.confidence },
    ...{ is_end: relation.isEnded ?? false, at: source.at, from_at: null, until_at: null },
  }
}

/** A person of the directory by who they are, anything else by its name; what nothing was known of is told apart later. */
export async function findOrAddEntity(
  rows: Database,
  workspaceId: string,
  { name, kind, personId }: Pick<NamedEntity, 'name' | 'kind' | 'personId'>,
): Promise<string> {
  const id = uuidv7()
  const values = { id, workspace_id: workspaceId, kind, name: name.slice(0, LONGEST_NAME), root_id: id }
  const insert = rows.insertInto('graph_entities')
  const added = personId
    ? insert
        .values({ ...values, name: '', user_id: personId, name_key: null, merged_into: null })
        .onConflict((conflict) =>
          conflict.column('user_id').where('user_id', 'is not', null).doUpdateSet({ kind: 'person' }),
        )
    : insert
        .values({ ...values, user_id: null, name_key: nameKey(name).slice(0, LONGEST_NAME), merged_into: null })
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'name_key']).where('name_key', 'is not', null).doUpdateSet({
            kind: sql`case when graph_entities.kind = 'topic' then excluded.kind else graph_entities.kind end`,
          }),
        )
  return (await added.returning('id').executeTakeFirstOrThrow()).id
}

async function findOrAddEdge(
  rows: Database,
  workspaceId: string,
  { type }: Pick<FoundRelation, 'type'>,
  fromId: string,
  toId: string,
): Promise<string> {
  const none = { from_as: null, to_as: null, decision: null, decided_by: null, decided_at: null }
  const added = await rows
    .insertInto('graph_edges')
    .values({ id: uuidv7(), workspace_id: workspaceId, type, from_id: fromId, to_id: toId, ...none })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'type', 'from_id', 'to_id']).doUpdateSet({ type }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return added.id
}

export interface Statement {
  readonly type: FoundRelation['type']
  readonly ids: readonly [fromId: string, toId: string]
  readonly by: string
  readonly at: Date
  readonly since: Date | null
  readonly until: Date | null
}

/** What an expert says, in place of what they said of the same edge before. */
export async function addStatement(rows: Database, workspaceId: string, statement: Statement): Promise<string> {
  const { type, ids, by, at, since, until } = statement
  const edgeId = await findOrAddEdge(rows, workspaceId, { type }, ...ids)
  await rows.deleteFrom('graph_evidence').where('edge_id', '=', edgeId).where('stated_by', '=', by).execute()
  const found = { type, start: 0, end: 0, by: 'stated', confidence: 1 }
  const evidence = evidenceOf({ workspaceId, column: 'stated_by', id: by, at }, found, edgeId)
  await rows
    .insertInto('graph_evidence')
    .values({ ...evidence, from_at: since, until_at: until })
    .execute()
  return edgeId
}

/** Whatever has lost its evidence, wherever. */
export const dropAllFallen = (rows: Database): Promise<void> =>
  rows.transaction().execute(async (transaction) => {
    await lockGraph(transaction)
    await dropFallen(transaction, null)
  })

/** An edge without evidence falls, an entity without edges too; of all, or of these edges. The graph must be locked. */
export async function dropFallen(rows: Database, edgeIds: readonly string[] | null): Promise<void> {
  if (edgeIds?.length === 0) return
  let fallen = rows
    .deleteFrom('graph_edges')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('graph_evidence').select('id').whereRef('edge_id', '=', 'graph_edges.id'))),
    )
  if (edgeIds) fallen = fallen.where('id', 'in', [...edgeIds])
  const gone = await fallen.returning(['id']).execute()
  if (gone.length > 0) await dropUnnamed(rows)
}

/** Entities that no edge names and nothing was merged into; a chain of merged ones goes from its end. Each condition has its index. */
async function dropUnnamed(rows: Database): Promise<void> {
  for (let dropped = 1; dropped > 0; ) {
    const { rows: gone } = await sql<{ id: string }>`
      delete from graph_entities entities
      where not exists (select 1 from graph_edges where from_id = entities.id)
        and not exists (select 1 from graph_edges where from_as = entities.id)
        and not exists (select 1 from graph_edges where to_id = entities.id)
        and not exists (select 1 from graph_edges where to_as = entities.id)
        and not exists (select 1 from graph_entities others where others.id <> entities.id and others.merged_into = entities.id)
        and not exists (select 1 from graph_entities others where others.id <> entities.id and others.root_id = entities.id)
      returning id`.execute(rows)
    dropped = gone.length
  }
}
