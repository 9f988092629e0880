import {
  type DocumentId,
  type GraphEvidence,
  ParleyError,
  type QueryAnswer,
  type QueryInput,
  type TaskId,
  type UserId,
} from '@parley/protocol'
import { type Selectable, sql } from 'kysely'
import type { Actor } from '../../actor'
import { type GraphViewer, mayReadEvidence } from '../../policies/graph-access'
import type { Services } from '../../services'
import { readText } from '../../store/content'
import type { Database } from '../../store/database'
import type { GraphEvidenceTable } from '../../store/graph-tables'
import { asSaidSentence } from '../ask-talk/still-said'
import { ownView } from './graph-viewer'

/** Of one edge. */
const MOST = 50

export interface EvidenceWanted {
  /** Only what says in words that the edge is there. */
  readonly isQuotable?: boolean
  readonly most?: number
}

export async function listEvidence(
  { store }: Services,
  actor: Actor,
  { edgeId }: QueryInput<'graph.evidence'>,
): Promise<QueryAnswer<'graph.evidence'>> {
  const evidence = await readEvidence(store.rows, await ownView(store.rows, actor), [edgeId])
  if (evidence.length === 0) throw new ParleyError('not_found', { kind: 'edge', id: edgeId })
  return { evidence: evidence.map(({ evidence: one }) => one) }
}

/** Where edges stand, newest first, quoted from what stands there now; with the edges of the same ends that were merged. */
export async function readEvidence(
  rows: Database,
  viewer: GraphViewer,
  edgeIds: readonly string[],
  { isQuotable = false, most = MOST }: EvidenceWanted = {},
) {
  if (edgeIds.length === 0) return []
  // As many of each: what is said of one edge every day would else silence the others.
  const { rows: found } = await sql<Selectable<GraphEvidenceTable> & { asked_id: string }>`
    select shown.*, asked.id as asked_id
    from graph_links asked
    cross join lateral (
      select evidence.*
      from graph_links links join graph_evidence evidence on evidence.edge_id = links.id
      where links.type = asked.type and links.from_root = asked.from_root and links.to_root = asked.to_root
        and ${mayReadEvidence(viewer)}
        and (not ${isQuotable}::boolean
             or (not evidence.is_end and coalesce(evidence.message_id, evidence.document_id) is not null))
      order by evidence.at desc, evidence.id
      limit ${most}) shown
    where asked.id = any(${[...edgeIds]}::uuid[]) and asked.workspace_id = ${viewer.workspaceId}::uuid
    order by shown.at desc, shown.id`.execute(rows)
  const sources = await readSources(rows, found)
  return found.flatMap((row) => {
    const source = sources.get(row.id)
    return source ? [{ edgeId: row.asked_id, evidence: asEvidence(row, source) }] : []
  })
}

const asEvidence = (row: Selectable<GraphEvidenceTable>, source: GraphEvidence['source']): GraphEvidence => ({
  ...{ source, foundBy: row.found_by, confidence: row.confidence, isEnd: row.is_end, at: row.at.toISOString() },
})

type Row = Selectable<GraphEvidenceTable>
type Source = GraphEvidence['source']

/** What each rests on as it stands now; what has changed under it meanwhile is left out. */
async function readSources(rows: Database, found: readonly Row[]): Promise<Map<string, Source>> {
  const quoted = [await quoteMessages(rows, found), await quoteDocuments(rows, found), await nameTasks(rows, found)]
  const spoken = found.flatMap((row): [string, Source][] => {
    if (row.stated_by) return [[row.id, { kind: 'stated', userId: row.stated_by as UserId }]]
    return row.directory_user_id ? [[row.id, { kind: 'directory', userId: row.directory_user_id as UserId }]] : []
  })
  return new Map([...quoted.flat(), ...spoken])
}

const idsOf = (found: readonly Row[], column: 'message_id' | 'document_id' | 'task_id'): string[] => [
  ...new Set(found.flatMap((row) => row[column] ?? [])),
]

async function quoteMessages(rows: Database, found: readonly Row[]): Promise<[string, Source][]> {
  const ids = idsOf(found, 'message_id')
  if (ids.length === 0) return []
  const messages = await rows.selectFrom('messages').selectAll().where('id', 'in', ids).execute()
  return found.flatMap((row): [string, Source][] => {
    const message = messages.find(({ id }) => id === row.message_id)
    const text = message && readText(message).slice(row.start_at, row.end_at)
    return message && text ? [[row.id, { kind: 'message', said: asSaidSentence(message, text) }]] : []
  })
}

async function quoteDocuments(rows: Database, found: readonly Row[]): Promise<[string, Source][]> {
  const ids = idsOf(found, 'document_id')
  if (ids.length === 0) return []
  const columns = ['id', 'title', 'version', 'plain_text'] as const
  const documents = await rows.selectFrom('documents').select(columns).where('id', 'in', ids).execute()
  return found.flatMap((row): [string, Source][] => {
    const document = documents.find(({ id, version }) => id === row.document_id && version === row.document_version)
    if (!document) return []
    const [start, end] = [row.start_at, row.end_at]
    const place = { start, end, quote: document.plain_text.slice(start, end), score: row.confidence, headingPath: [] }
    return [
      [
        row.id,
        { kind: 'document', citation: { documentId: document.id as DocumentId, title: document.title, ...place } },
      ],
    ]
  })
}

async function nameTasks(rows: Database, found: readonly Row[]): Promise<[string, Source][]> {
  const ids = idsOf(found, 'task_id')
  if (ids.length === 0) return []
  const tasks = await rows.selectFrom('tasks').select(['id', 'title']).where('id', 'in', ids).execute()
  return found.flatMap((row): [string, Source][] => {
    const task = tasks.find(({ id }) => id === row.task_id)
    return task ? [[row.id, { kind: 'task', taskId: task.id as TaskId, title: task.title }]] : []
  })
}
