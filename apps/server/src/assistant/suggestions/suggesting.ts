import { isOpenQuestion, SUGGESTED_FROM } from '@parley/dialogue'
import { type MessageId, ParleyError, type User } from '@parley/protocol'
import { v5 as uuidv5 } from 'uuid'
import { actorOf } from '../../actor'
import type { DueWork } from '../../jobs/due-worker'
import type { CurationReader } from '../../queries/nearest-answers'
import { readText } from '../../store/content'
import type { Store } from '../../store/store'
import { cardOf } from '../card-of'
import type { Conversations, Said, StoredReply } from '../converse'
import type { Directory } from '../directory'
import type { QuestionLog } from '../question-log'
import { hasAllowance } from './allowance'
import { askedBefore } from './asked-before'
import { isAnswered } from './is-answered'
import { type Asked, readAsked } from './read-asked'

/** Names a suggestion after the question that it answers (RFC 9562, version 5). */
const SUGGESTION_NAMESPACE = '0192f6c1-9d0e-7c55-8c5c-5f3f0a3c7d13'
const BATCH = 20
/** After that long nobody waits for an answer any more. */
const LATE_MS = 60 * 60_000
/** The channel closed to the assistant meanwhile. */
const departures = new Set(['not_a_member', 'channel_archived', 'not_found', 'posting_restricted'])

export interface SuggestingOptions {
  readonly store: Store
  readonly directory: Pick<Directory, 'find'>
  readonly conversations: Pick<Conversations, 'suggest'>
  readonly reader: () => CurationReader
  readonly questionLog: Pick<QuestionLog, 'note'> | null
}

/** Why a question was not answered unasked. */
type Silence = 'late' | 'gone' | 'changed' | 'answered' | 'enough' | 'repeated' | 'dismissed' | 'unsure'

interface Waiting {
  readonly message_id: string
  readonly due_at: Date
}

/** Answers what was asked in a channel where its moderators want that, nobody has answered and the answer is sure. */
export function createSuggesting(options: SuggestingOptions): DueWork {
  const { rows, now } = options.store
  const waiting = () => rows.selectFrom('suggestions').where('status', '=', 'waiting')
  return {
    isNews: () => false,
    readNext: async () => {
      const next = await waiting()
        .select(({ fn }) => fn.min('due_at').as('at'))
        .executeTakeFirst()
      return next?.at ?? null
    },
    doDue: async () => {
      const due = waiting().select(['message_id', 'due_at']).where('due_at', '<=', now()).orderBy('due_at').limit(BATCH)
      for (const row of await due.execute()) await consider(options, row)
    },
  }
}

async function consider(options: SuggestingOptions, waiting: Waiting): Promise<void> {
  const asked = await readAsked(options.store.rows, waiting.message_id)
  const asker = asked && (await options.directory.find(asked.author_id))
  if (!asked || !asker?.isActive) return drop(options.store, waiting, 'gone')
  const said = saidIn(asked, asker)
  const verdict = await judge(options, waiting, asked, said)
  if (typeof verdict === 'string') return drop(options.store, waiting, verdict)
  await post(options, asked, said, verdict)
}

/** What to say, or why to say nothing; what costs least is asked first. */
async function judge(
  options: SuggestingOptions,
  waiting: Waiting,
  asked: Asked,
  said: Said,
): Promise<StoredReply | Silence> {
  const { store, conversations, reader } = options
  if (store.now().getTime() - waiting.due_at.getTime() > LATE_MS) return 'late'
  if (!isOpenQuestion(said.text, null)) return 'changed'
  if (await isAnswered(store.rows, asked)) return 'answered'
  if (!(await hasAllowance(store, asked.channel_id))) return 'enough'
  const silence = await askedBefore(reader(), asked)
  if (silence) return silence
  const reply = await conversations.suggest(said)
  if (!isSure(reply)) return 'unsure'
  // It took a moment to find.
  return (await isAnswered(store.rows, asked)) ? 'answered' : reply
}

const isSure = ({ kind, confirmed, confidence }: StoredReply): boolean =>
  kind === 'answer' && (confirmed !== undefined || (confidence ?? 0) >= SUGGESTED_FROM)

/** As its asker says it, where all who may read the channel hear the answer. */
function saidIn({ id: messageId, channel_id: channelId, workspace_id: workspaceId, ...row }: Asked, asker: User): Said {
  const place = { kind: 'channel', channelId, isDirect: false, messageId } as const
  return {
    actor: actorOf(asker, workspaceId),
    text: withoutNames(readText(row)),
    place,
    cause: `suggestion ${messageId}`,
  }
}

/** Whoever is called is no part of the question. */
const withoutNames = (text: string): string => text.replace(/^(?:\s*[@＠][^\s,，:：]+[\s,，:：]*)+/u, '').trim()

/** Into the thread of the question: once, however often it is done. */
async function post(options: SuggestingOptions, asked: Asked, said: Said, reply: StoredReply): Promise<void> {
  const { store, questionLog } = options
  try {
    const message = await store.messages.store({
      ...{ workspaceId: asked.workspace_id, channelId: asked.channel_id, authorId: asked.assistant_id },
      clientMessageId: uuidv5(asked.id, SUGGESTION_NAMESPACE),
      threadId: asked.id,
      text: reply.text,
      card: { ...cardOf(asked.id as MessageId, reply), isSuggestion: true },
    })
    await store.rows
      .updateTable('suggestions')
      .set({ status: 'posted', posted_at: store.now(), reply_id: message.id })
      .where('message_id', '=', asked.id)
      .execute()
    questionLog?.note(said, reply)
  } catch (error) {
    if (!(error instanceof ParleyError && departures.has(error.code))) throw error
    await drop(store, { message_id: asked.id }, 'gone')
  }
}

async function drop({ rows }: Store, { message_id: messageId }: Pick<Waiting, 'message_id'>, silence: Silence) {
  await rows
    .updateTable('suggestions')
    .set({ status: 'dropped', dropped_because: silence })
    .where('message_id', '=', messageId)
    .execute()
}
