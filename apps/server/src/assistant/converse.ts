import {
  type ConversationState,
  isAwaited,
  lookUp,
  newConversation,
  type Reply,
  type ReplyKind,
  type TurnCapabilities,
  takeTurn,
  type UserTurn,
} from '@parley/dialogue'
import type { Encoder } from '@parley/inference'
import type { StructuredQuery } from '@parley/knowledge'
import type { Understanding } from '@parley/nlu'
import type {
  Citation,
  Confirmation,
  Message,
  SaidSentence,
  Task,
  StructuredQuery as WireQuery,
} from '@parley/protocol'
import { type Language, ParleyError, type Reason } from '@parley/protocol'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'
import { InTurn } from '../in-turn'
import type { Library } from '../library/library'
import { jsonText } from '../store/json-text'
import type { Store } from '../store/store'
import type { AskCause } from './ask-cause'
import type { Comprehended, Comprehension } from './comprehension'
import type { Directory } from './directory'
import { groundFor } from './ground'
import { seqOfCause } from './message-cause'
import { nameableSources } from './nameable-sources'
import { performActs } from './perform-acts'
import type { QuestionLog } from './question-log'
import { withPresentTasks, withTasksMade } from './recent-tasks'
import { takeGroundedTurn } from './take-grounded-turn'
import { warnOfReview } from './warn-of-review'
import { asWireQuery } from './wire-query'

/** Where something is said to the assistant: in a channel, or in a conversation outside of all channels. */
export type Place =
  | { readonly kind: 'channel'; readonly channelId: string; readonly isDirect: boolean; readonly messageId: string }
  | { readonly kind: 'conversation'; readonly conversationId: string | undefined }

export interface Said {
  readonly actor: Actor
  readonly place: Place
  readonly text: string
  /** Names what is answered: the same cause is answered once. */
  readonly cause: string
  /** Asked in place of what would be read out of the text. */
  readonly query?: StructuredQuery
  /** What was read out of the text, when that is known already. */
  readonly comprehended?: Comprehended
}

export interface Answered {
  readonly conversationId: string
  readonly understanding: Understanding
  readonly reply: StoredReply
}

/** A reply as it is kept with its conversation, so that it can be said again. */
export interface StoredReply {
  readonly kind: ReplyKind
  readonly text: string
  readonly language: Language
  readonly citations: readonly Citation[]
  /** Absent in replies without, and in those that were kept before there were any. */
  readonly said?: readonly SaidSentence[]
  readonly confidence: number | null
  readonly reasons: readonly Reason[]
  readonly tasks: readonly Task[]
  readonly confirmed?: Confirmation
  /** Of an answer, found or not: the question as it was read. */
  readonly query?: WireQuery
}

export interface ConversationsOptions {
  readonly store: Store
  readonly directory: Directory
  readonly library: Library
  readonly comprehension: Comprehension
  readonly encoder: Encoder | null
  /** Where it is noted what was asked and what became of it; null: nowhere. */
  readonly questionLog: Pick<QuestionLog, 'note'> | null
}

interface Conversation {
  readonly id: string
  readonly isNew: boolean
  readonly state: ConversationState
  readonly lastCause: string | null
  readonly lastReply: StoredReply | null
}

/** So long a message without the assistant's name may go on with an open request, or correct a task just made. */
const PATIENCE_MS = { flow: 10 * 60_000, correction: 2 * 60_000 } as const

/** Who looks for an answer alone is heard by nobody. */
const NOWHERE: Place = { kind: 'conversation', conversationId: undefined }

/** Conversations with the assistant, one turn at a time each. */
export class Conversations {
  /** Turns of one conversation follow each other: the second must see what the first has left. */
  private readonly turns = new InTurn()

  constructor(private readonly options: ConversationsOptions) {}

  /** Takes one turn: reads what was said, decides, acts, and remembers; the caller delivers the reply. */
  async answer(said: Said): Promise<Answered> {
    const key =
      said.place.kind === 'channel' ? `${said.place.channelId} ${said.actor.userId}` : said.place.conversationId
    const answered = await (key ? this.turns.take(key, () => this.takeTurn(said)) : this.takeTurn(said))
    // Of a turn that was taken before, too: its note may be missing.
    this.options.questionLog?.note(said, answered.reply)
    return answered
  }

  /** Looks for an answer and leaves no trace: no conversation goes on with it, and no log counts it. */
  async lookUp(actor: Actor, text: string): Promise<StoredReply> {
    return this.find({ actor, text, place: NOWHERE, cause: '' })
  }

  /** Looks for an answer to what a message asks, for the eyes of one reader; it is noted as a question of theirs. */
  async lookInto(said: Said): Promise<StoredReply> {
    const reply = await this.find({ ...said, place: NOWHERE })
    this.options.questionLog?.note(said, reply)
    return reply
  }

  /** Looks for an answer that all who may read a channel may hear, in documents and in what people stand for. */
  async suggest(said: Said): Promise<StoredReply> {
    return this.find(said, ({ askTalk: _, askGraph: __, ...documents }) => documents)
  }

  private async find(said: Said, limit = (all: TurnCapabilities) => all): Promise<StoredReply> {
    const situation = await this.options.directory.situationOf(said.actor)
    const { understanding } = await this.read(said.text, situation)
    const ground = await groundFor(this.options, said)
    const sources = await nameableSources(this.options.store, said, ground.collectionIds, undefined)
    const turn: UserTurn = { text: said.text, understanding, situation, tasks: [], sources }
    const { reply, quotes } = await takeGroundedTurn({
      ...ground,
      take: (capabilities) => lookUp(turn, limit(capabilities)),
    })
    return storedReply(reply, [], quotes)
  }

  /** Asks outside of channels; what was asked before under the same client id is answered as it was. */
  ask(said: Omit<Said, 'cause' | 'place'> & { readonly conversationId: string | undefined }, asked: AskCause) {
    const { conversationId, ...rest } = said
    return this.turns.take(asked.prefix, async () => {
      const id = (await this.answeredAs(said.actor, asked)) ?? conversationId
      return this.answer({ ...rest, place: { kind: 'conversation', conversationId: id }, cause: asked.cause })
    })
  }

  /** The conversation whose last turn answered this very question. @throws ParleyError when it answered another one. */
  private async answeredAs({ userId }: Actor, { prefix, cause }: AskCause): Promise<string | undefined> {
    const row = await this.options.store.rows
      .selectFrom('conversations')
      .select(['id', 'last_cause'])
      .where('user_id', '=', userId)
      .where(sql<boolean>`starts_with(last_cause, ${prefix})`)
      .executeTakeFirst()
    if (row && row.last_cause !== cause) throw new ParleyError('client_message_id_reused')
    return row?.id
  }

  /** Those of the people whom the assistant has talked with in the channel. */
  async partnersAmong(channelId: string, userIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.options.store.rows
      .selectFrom('conversations')
      .select('user_id')
      .where('channel_id', '=', channelId)
      .where('user_id', 'in', [...new Set(userIds)])
      .execute()
    return new Set(rows.map((row) => row.user_id))
  }

  /** Whether a message that is not addressed goes on with what its author and the assistant were about before it. */
  async isAwaitingAnswer(message: Pick<Message, 'channelId' | 'authorId' | 'seq'>, turn: UserTurn): Promise<boolean> {
    const row = await this.options.store.rows
      .selectFrom('conversations')
      .select(['state', 'last_cause', 'updated_at'])
      .where('channel_id', '=', message.channelId)
      .where('user_id', '=', message.authorId)
      .executeTakeFirst()
    if (!row || seqOfCause(row.last_cause) >= message.seq) return false
    const awaited = isAwaited(row.state as ConversationState, turn)
    return awaited !== null && this.options.store.now().getTime() - row.updated_at.getTime() < PATIENCE_MS[awaited]
  }

  private async takeTurn(said: Said): Promise<Answered> {
    const situation = await this.options.directory.situationOf(said.actor)
    const { understanding, tasks } = said.comprehended ?? (await this.read(said.text, situation))
    const conversation = await this.recall(said, understanding.language)
    if (conversation.lastCause === said.cause && conversation.lastReply) {
      return { conversationId: conversation.id, understanding, reply: conversation.lastReply }
    }
    const ground = await groundFor(this.options, said)
    const sources = await nameableSources(this.options.store, said, ground.collectionIds, conversation.state.lastQuery)
    const query = said.query && { query: said.query }
    const turn: UserTurn = { text: said.text, understanding, situation, tasks, sources, ...query }
    const before = await withPresentTasks(this.options.store, said.actor, conversation.state)
    const { state, reply, acts, quotes } = await takeGroundedTurn({
      ...ground,
      take: (capabilities) => takeTurn(before, turn, capabilities),
    })
    const { made, changed } = await performActs(this.options.store, said, reply, acts)
    const { rows, now } = this.options.store
    const stored = await warnOfReview(rows, now(), storedReply(reply, [...made, ...changed], quotes))
    await this.remember(said, conversation, reply.kind === 'task' ? withTasksMade(state, made) : state, stored)
    return { conversationId: conversation.id, understanding, reply: stored }
  }

  private async read(text: string, situation: Awaited<ReturnType<Directory['situationOf']>>): Promise<Comprehended> {
    const [read] = await this.options.comprehension.read([{ text, situation }], 'interactive')
    if (!read) throw new Error('nothing was read')
    return read
  }

  private async recall({ actor, place }: Said, language: Language): Promise<Conversation> {
    const fresh = { id: uuidv7(), isNew: true, state: newConversation(language), lastCause: null, lastReply: null }
    if (place.kind === 'conversation' && !place.conversationId) return fresh
    const column = place.kind === 'channel' ? 'channel_id' : 'id'
    const value = place.kind === 'channel' ? place.channelId : place.conversationId
    const row = await this.options.store.rows
      .selectFrom('conversations')
      .select(['id', 'state', 'last_cause', 'last_reply'])
      .where('user_id', '=', actor.userId)
      .where(column, '=', value ?? null)
      .executeTakeFirst()
    if (!row && place.kind === 'conversation') {
      throw new ParleyError('not_found', { kind: 'conversation', id: place.conversationId })
    }
    if (!row) return fresh
    // Written by this server and by it alone.
    const state = row.state as ConversationState
    const lastReply = row.last_reply as StoredReply | null
    return { id: row.id, isNew: false, state, lastCause: row.last_cause, lastReply }
  }

  private async remember(said: Said, conversation: Conversation, state: ConversationState, reply: StoredReply) {
    const { store } = this.options
    const memory = {
      state: jsonText(state),
      last_cause: said.cause,
      last_reply: jsonText(reply),
      updated_at: store.now(),
    }
    if (!conversation.isNew) {
      await store.rows.updateTable('conversations').set(memory).where('id', '=', conversation.id).execute()
      return
    }
    await store.rows
      .insertInto('conversations')
      .values({
        id: conversation.id,
        workspace_id: said.actor.workspaceId,
        user_id: said.actor.userId,
        channel_id: said.place.kind === 'channel' ? said.place.channelId : null,
        ...memory,
      })
      .execute()
  }
}

function storedReply(reply: Reply, tasks: readonly Task[], said: readonly SaidSentence[]): StoredReply {
  const { kind, text, language, reasons, confidence, query } = reply
  const citations = reply.citations.map(({ passageId: _, ...citation }) => citation as Citation)
  const wire = query && asWireQuery(query)
  const marks = {
    ...(said.length > 0 && { said }),
    ...(wire && { query: wire }),
    ...(reply.confirmed && { confirmed: reply.confirmed as Confirmation }),
  }
  return { kind, text, language, citations, confidence, reasons, tasks, ...marks }
}
