import { setImmediate as nextTurn } from 'node:timers/promises'
import { documentRelations, groupRelation, type ReadingContext, taskRelations, titleRelations } from '@parley/knowledge'
import { inTurns } from '../in-turns'
import type { Database } from '../store/database'
import { findUnreadDocuments, findUnreadPeople, findUnreadTasks, saveReading } from '../store/graph-sources'
import { dropAllFallen, type GraphSource, replaceRelations } from '../store/graph-writes'
import { lockGraph } from '../store/lock-graph'
import { gatherRelations } from './gather-relations'
import { readMessages, rereadMessages } from './read-messages'
import { type ReadingGrounds, readKnownNames } from './reading-ground'
import type { Step } from './reading-step'

const A_FEW = 20
const MOST_OF_DOCUMENT = 2_000

const readDocuments: Step = async (rows, grounds, signal) => {
  const unread = await findUnreadDocuments(rows, A_FEW)
  if (unread.length === 0) return false
  const { people } = await grounds.read(rows)
  for (const document of unread) {
    const text = await rows
      .selectFrom('documents')
      .select('plain_text')
      .where('id', '=', document.id)
      .executeTakeFirst()
    const context: ReadingContext = { people, at: document.changed_at.toISOString() }
    const pieces = documentRelations(text?.plain_text ?? '', context)
    const found = await inTurns(gatherRelations(pieces, MOST_OF_DOCUMENT, signal))
    if (signal.aborted) return false
    const source: GraphSource = {
      ...{ workspaceId: document.workspace_id, column: 'document_id', id: document.id },
      ...{ documentVersion: document.version, at: document.changed_at },
    }
    await rows.transaction().execute(async (transaction) => {
      await lockGraph(transaction)
      const present = await transaction
        .selectFrom('documents')
        .select('version')
        .where('id', '=', document.id)
        .forKeyShare()
        .executeTakeFirst()
      if (present?.version !== document.version) return
      await replaceRelations(transaction, source, found)
      await saveReading(transaction, document.workspace_id, document.id, document.fingerprint)
    })
  }
  return true
}

const readPeople: Step = async (rows, grounds) => {
  const unread = await findUnreadPeople(rows, A_FEW)
  if (unread.length === 0) return false
  const { byId } = await grounds.read(rows)
  for (const { id, workspace_id: workspaceId, title, names, created_at: at, fingerprint } of unread) {
    const person = byId.get(id)
    const groups = person ? (names ?? []).map((name) => groupRelation(person, name)) : []
    const found = person ? [...titleRelations(person, title), ...groups] : []
    await rows.transaction().execute(async (transaction) => {
      await lockGraph(transaction)
      await replaceRelations(transaction, { workspaceId, column: 'directory_user_id', id, at }, found)
      await saveReading(transaction, workspaceId, id, fingerprint)
    })
  }
  return unread.length === A_FEW
}

const readTasks: Step = async (rows, grounds) => {
  const unread = await findUnreadTasks(rows, A_FEW)
  if (unread.length === 0) return false
  const { byId } = await grounds.read(rows)
  const namesIn = onceForEach((workspaceId) => readKnownNames(rows, workspaceId))
  for (const {
    id,
    workspace_id: workspaceId,
    title,
    status,
    assignee_id: assigneeId,
    created_at: at,
    fingerprint,
  } of unread) {
    const assignee = byId.get(assigneeId ?? '')
    const isOpen = status === 'open' && assignee !== undefined
    const found = isOpen ? taskRelations(assignee, title, await namesIn(workspaceId)) : []
    await rows.transaction().execute(async (transaction) => {
      await lockGraph(transaction)
      await replaceRelations(transaction, { workspaceId, column: 'task_id', id, at }, found)
      await saveReading(transaction, workspaceId, id, fingerprint)
    })
  }
  return unread.length === A_FEW
}

/** The answer for each key, asked for once. */
function onceForEach<Answer>(ask: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const asked = new Map<string, Promise<Answer>>()
  return (key) => {
    const answer = asked.get(key) ?? ask(key)
    asked.set(key, answer)
    return answer
  }
}

/** What there may be to read, and what to let fall. */
export type GraphPart = 'messages' | 'edited' | 'documents' | 'people' | 'tasks' | 'fallen'

/** In the order in which one may need what another has read. */
const STEPS: readonly (readonly [GraphPart, Step])[] = [
  ['messages', readMessages],
  ['edited', rereadMessages],
  ['documents', readDocuments],
  ['people', readPeople],
  ['tasks', readTasks],
]
export const GRAPH_PARTS: readonly GraphPart[] = [...STEPS.map(([part]) => part), 'fallen']

/**
 * Reads whatever is new of some parts since the last time, a bounded step at a time, until nothing is. What lost its evidence
 * goes when everything is read: what an edit says again has kept its place, and what experts said of it.
 */
export async function readNew(
  rows: Database,
  parts: ReadonlySet<GraphPart>,
  grounds: ReadingGrounds,
  signal: AbortSignal,
): Promise<void> {
  for (const [part, step] of STEPS) {
    while (parts.has(part) && !signal.aborted && (await step(rows, grounds, signal))) await nextTurn()
  }
  if (parts.has('fallen')) await dropAllFallen(rows)
}
