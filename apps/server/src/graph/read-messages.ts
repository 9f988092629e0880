import { type FoundRelation, type ReadingContext, relationsInPieces } from '@parley/knowledge'
import { inTurns } from '../in-turns'
import { readText } from '../store/content'
import type { Database } from '../store/database'
import { type Behind, findBehind } from '../store/find-behind'
import {
  GRAPH_READER,
  readEdited,
  readUnreadMessages,
  readWritten,
  saveGraphCursor,
  type WrittenMessage,
} from '../store/graph-sources'
import { type GraphSource, replaceRelations } from '../store/graph-writes'
import { lockGraph } from '../store/lock-graph'
import { gatherRelations } from './gather-relations'
import type { ReadingGround } from './reading-ground'
import type { Step } from './reading-step'

const CHANNELS = 50
const MESSAGES = 100
const A_FEW = 20
/** What is said in one message about more than that is a list that somebody pasted. */
const MOST_RELATIONS = 40

export const readMessages: Step = async (rows, grounds, signal) => {
  const channels = await findBehind(rows, GRAPH_READER, { limit: CHANNELS })
  if (channels.length === 0) return false
  const ground = await grounds.read(rows)
  for (const channel of channels) {
    if (signal.aborted) return false
    await readOn(rows, ground, channel)
  }
  return true
}

async function readOn(rows: Database, ground: ReadingGround, channel: Behind): Promise<void> {
  const messages = await readUnreadMessages(rows, channel, MESSAGES)
  const last = messages.length < MESSAGES ? channel.lastSeq : (messages.at(-1)?.seq ?? channel.lastSeq)
  const read = await inTurns(readInSteps(messages, ground))
  await rows.transaction().execute(async (transaction) => {
    if (read.length > 0) await lockGraph(transaction)
    for (const { message, found } of read) {
      if (await isAsRead(transaction, message)) await replaceRelations(transaction, sourceOf(message), found)
    }
    await saveGraphCursor(transaction, channel, last)
  })
}

interface ReadMessage {
  readonly message: WrittenMessage
  readonly found: FoundRelation[]
}

/** Those that say something. */
function* readInSteps(messages: readonly WrittenMessage[], ground: ReadingGround): Generator<void, ReadMessage[]> {
  const read: ReadMessage[] = []
  for (const message of messages) {
    const found = yield* relationsOf(message, ground)
    if (found.length > 0) read.push({ message, found })
    yield
  }
  return read
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

function relationsOf(
  message: WrittenMessage,
  { people, byId, teamOf }: ReadingGround,
): Generator<void, FoundRelation[]> {
  const speaker = byId.get(message.author_id)
  const team = teamOf.get(message.author_id)
  const context: ReadingContext = {
    people,
    at: message.created_at.toISOString(),
    ...(speaker && { speaker }),
    ...(team && { team }),
  }
  return gatherRelations(relationsInPieces(readText(message), context), MOST_RELATIONS)
}

export const rereadMessages: Step = async (rows, grounds) => {
  const edited = await readEdited(rows, A_FEW)
  if (edited.length === 0) return false
  const ground = await grounds.read(rows)
  for (const message of edited) {
    await rows.transaction().execute(async (transaction) => {
      await lockGraph(transaction)
      await transaction.deleteFrom('graph_rereads').where('message_id', '=', message.id).execute()
      const present = await readWritten(transaction, message.id)
      await replaceRelations(transaction, sourceOf(message), present ? await inTurns(relationsOf(present, ground)) : [])
    })
  }
  return edited.length === A_FEW
}
