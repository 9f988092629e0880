import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  documentRelations,
  extractRelations,
  type FoundRelation,
  groupRelation,
  type ReadingContext,
  taskRelations,
  titleRelations,
} from '@parley/knowledge'
import { readText } from '../store/content'
import type { Database } from '../store/database'
import { type Behind, findBehind } from '../store/find-behind'
import {
  findUnreadDocuments,
  findUnreadPeople,
  findUnreadTasks,
  GRAPH_READER,
  readEdited,
  readUnreadMessages,
  readWritten,
  saveGraphCursor,
  saveReading,
  type WrittenMessage,
} from '../store/graph-sources'
import { dropFallen, type GraphSource, replaceRelations } from '../store/graph-writes'
import { type ReadingGround, readGround, readKnownNames } from './reading-ground'

const CHANNELS = 50
const MESSAGES = 100
const A_FEW = 20
/**
 * Reading a message takes a quarter of a millisecond, in a directory of thousands, too: their names are normalised once a
 * step. Delivery gets its turn between a few of them.
 */
const MESSAGES_A_TURN = 8
/** What is said in one message about more than that is a list that somebody pasted. */
const MOST_RELATIONS = 40
const MOST_OF_DOCUMENT = 2_000

/**
 * Reads whatever is new since the last time, a bounded step at a time, until nothing is. What lost its evidence goes when
 * everything is read: what an edit says again has kept its place, and what experts said of it.
 */
export async function readEverythingNew(rows: Database, isSomethingGone: boolean, signal: AbortSignal): Promise<void> {
  for (const step of [readMessages, rereadMessages, readDocuments, readPeople, readTasks]) {
    while (!signal.aborted && (await step(rows, signal))) await nextTurn()
  }
  if (isSomethingGone) await dropFallen(rows, null)
}

/**
 * Each answers whether there may be more. The directory is read anew once it is known what is unread: whoever joined before
 * that would else be taken for nobody, and never be read again.
 */
type Step = (rows: Database, signal: AbortSignal) => Promise<boolean>

const readMessages: Step = async (rows, signal) => {
  const channels = await findBehind(rows, GRAPH_READER, { limit: CHANNELS })
  if (channels.length === 0) return false
  const ground = await readGround(rows)
  for (const channel of channels) {
    if (signal.aborted) return false
    await readOn(rows, ground, channel)
  }
  return true
}

async function readOn(rows: Database, ground: ReadingGround, channel: Behind): Promise<void> {
  const messages = await readUnreadMessages(rows, channel, MESSAGES)
  const last = messages.length < MESSAGES ? channel.lastSeq : (messages.at(-1)?.seq ?? channel.lastSeq)
  const read: { message: WrittenMessage; found: FoundRelation[] }[] = []
  for (const [at, message] of messages.entries()) {
    if (at % MESSAGES_A_TURN === 0) await nextTurn()
    const found = relationsOf(message, ground)
    if (found.length > 0) read.push({ message, found })
  }
  await rows.transaction().execute(async (transaction) => {
    for (const { message, found } of read) {
      if (await isAsRead(transaction, message)) await replaceRelations(transaction, sourceOf(message), found)
    }
    await saveGraphCursor(transaction, channel, last)
  })
}

/** Deleted or edited while it was read: then nothing of it is kept. Waits for whoever is changing it. */
async function isAsRead(rows: Database, { id, edited_at: editedAt }: WrittenMessage): Promise<boolean> {
  const row = await rows
    .selectFrom('messages')
    .select(['deleted_at', 'edited_at'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  return row !== undefined && row.deleted_at === null && row.edited_at?.getTime() === editedAt?.getTime()
}

const sourceOf = ({ id, workspace_id, created_at }: WrittenMessage): GraphSource => ({
  ...{ workspaceId: workspace_id, column: 'message_id', id, at: created_at },
})

function relationsOf(message: WrittenMessage, { people, byId }: ReadingGround): FoundRelation[] {
  const speaker = byId.get(message.author_id)
  const context: ReadingContext = { people, at: message.created_at.toISOString(), ...(speaker && { speaker }) }
  return extractRelations(readText(message), context).slice(0, MOST_RELATIONS)
}

const rereadMessages: Step = async (rows) => {
  const edited = await readEdited(rows, A_FEW)
  if (edited.length === 0) return false
  const ground = await readGround(rows)
  for (const message of edited) {
    await rows.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('graph_rereads').where('message_id', '=', message.id).execute()
      const present = await readWritten(transaction, message.id)
      await replaceRelations(transaction, sourceOf(message), present ? relationsOf(present, ground) : [])
    })
  }
  return edited.length === A_FEW
}

const readDocuments: Step = async (rows, signal) => {
  const unread = await findUnreadDocuments(rows, A_FEW)
  if (unread.length === 0) return false
  const { people } = await readGround(rows)
  for (const document of unread) {
    const text = await rows
      .selectFrom('documents')
      .select('plain_text')
      .where('id', '=', document.id)
      .executeTakeFirst()
    const context: ReadingContext = { people, at: document.changed_at.toISOString() }
    const found = await readSlowly(text?.plain_text ?? '', context, signal)
    if (signal.aborted) return false
    const source: GraphSource = {
      ...{ workspaceId: document.workspace_id, column: 'document_id', id: document.id },
      ...{ documentVersion: document.version, at: document.changed_at },
    }
    await rows.transaction().execute(async (transaction) => {
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

/** A long document is read between the turns of the event loop. */
async function readSlowly(text: string, context: ReadingContext, signal: AbortSignal): Promise<FoundRelation[]> {
  const found: FoundRelation[] = []
  for (const some of documentRelations(text, context)) {
    found.push(...some)
    if (signal.aborted || found.length >= MOST_OF_DOCUMENT) break
    await nextTurn()
  }
  return found.slice(0, MOST_OF_DOCUMENT)
}

const readPeople: Step = async (rows) => {
  const unread = await findUnreadPeople(rows, A_FEW)
  if (unread.length === 0) return false
  const { byId } = await readGround(rows)
  for (const { id, workspace_id: workspaceId, title, names, created_at: at, fingerprint } of unread) {
    const person = byId.get(id)
    const groups = person ? (names ?? []).map((name) => groupRelation(person, name)) : []
    const found = person ? [...titleRelations(person, title), ...groups] : []
    await rows.transaction().execute(async (transaction) => {
      await replaceRelations(transaction, { workspaceId, column: 'directory_user_id', id, at }, found)
      await saveReading(transaction, workspaceId, id, fingerprint)
    })
  }
  return unread.length === A_FEW
}

const readTasks: Step = async (rows) => {
  const unread = await findUnreadTasks(rows, A_FEW)
  if (unread.length === 0) return false
  const { byId } = await readGround(rows)
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
    const found = isOpen ? taskRelations(assignee, title, await readKnownNames(rows, workspaceId)) : []
    await rows.transaction().execute(async (transaction) => {
      await replaceRelations(transaction, { workspaceId, column: 'task_id', id, at }, found)
      await saveReading(transaction, workspaceId, id, fingerprint)
    })
  }
  return unread.length === A_FEW
}
