import { type ConversationState, newConversation, type Reply, type ReplyKind, takeTurn } from '@parley/dialogue'
import type { Understanding } from '@parley/nlu'
import type { Citation, Message, Task } from '@parley/protocol'
import { type Language, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'
import type { Library } from '../library/library'
import { collectionIdsReadableInChannel, readableCollectionIds } from '../policies/access'
import { jsonText } from '../store/json-text'
import type { Store } from '../store/store'
import type { Comprehended, Comprehension } from './comprehension'
import type { Directory } from './directory'
import { seqOfCause } from './message-cause'
import { performActs } from './perform-acts'

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
  readonly confidence: number | null
  readonly reasons: readonly string[]
  readonly tasks: readonly Task[]
}

export interface ConversationsOptions {
  readonly store: Store
  readonly directory: Directory
  readonly library: Library
  readonly comprehension: Comprehension
}

interface Conversation {
  readonly id: string
  readonly isNew: boolean
  readonly state: ConversationState
  readonly lastCause: string | null
  readonly lastReply: StoredReply | null
}

/** Conversations with the assistant, one turn at a time each. */
export class Conversations {
  private readonly turns = new Map<string, Promise<unknown>>()

  constructor(private readonly options: ConversationsOptions) {}

  /** Takes one turn: reads what was said, decides, acts, and remembers; the caller delivers the reply. */
  async answer(said: Said): Promise<Answered> {
    const key =
      said.place.kind === 'channel' ? `${said.place.channelId} ${said.actor.userId}` : said.place.conversationId
    return key ? this.inTurn(key, () => this.takeTurn(said)) : this.takeTurn(said)
  }

  /** Whether a message comes in the middle of something that its author began with the assistant before it. */
  async isAwaitingAnswer(message: Pick<Message, 'channelId' | 'authorId' | 'seq'>, since: Date): Promise<boolean> {
    const row = await this.options.store.rows
      .selectFrom('conversations')
      .select(['state', 'last_cause'])
      .where('channel_id', '=', message.channelId)
      .where('user_id', '=', message.authorId)
      .where('updated_at', '>', since)
      .executeTakeFirst()
    if (!row || seqOfCause(row.last_cause) >= message.seq) return false
    return (row.state as ConversationState).flow !== null
  }

  private async takeTurn(said: Said): Promise<Answered> {
    const situation = await this.options.directory.situationOf(said.actor)
    const { understanding, tasks } = said.comprehended ?? (await this.read(said.text, situation))
    const conversation = await this.find(said, understanding.language)
    if (conversation.lastCause === said.cause && conversation.lastReply) {
      return { conversationId: conversation.id, understanding, reply: conversation.lastReply }
    }
    const collectionIds = await this.readableCollectionIds(said)
    let confidence: number | null = null
    const turn = { text: said.text, understanding, situation, tasks }
    const { state, reply, acts } = await takeTurn(conversation.state, turn, {
      answer: async (question, language) => {
        const answer = await this.options.library.answer({ question, language, collectionIds })
        confidence = answer.confidence
        return answer
      },
    })
    const made = await performActs(this.options.store, said, reply, acts)
    const stored = storedReply(reply, reply.kind === 'answer' ? confidence : null, made)
    await this.requireReadable(stored, collectionIds)
    await this.remember(said, conversation, state, stored)
    return { conversationId: conversation.id, understanding, reply: stored }
  }

  private async read(text: string, situation: Awaited<ReturnType<Directory['situationOf']>>): Promise<Comprehended> {
    const [read] = await this.options.comprehension.read([{ text, situation }], 'interactive')
    if (!read) throw new Error('nothing was read')
    return read
  }

  /** In a channel an answer is heard by everybody there: it rests only on what all of them may read. */
  private readableCollectionIds({ actor, place }: Said): Promise<string[]> {
    const { rows } = this.options.store
    const isHeardByOthers = place.kind === 'channel' && !place.isDirect
    return isHeardByOthers
      ? collectionIdsReadableInChannel(rows, actor.workspaceId, place.channelId)
      : readableCollectionIds(rows, actor)
  }

  /** The last check of permission, hit by hit, after the one inside the search: what was cited before counts too. */
  private async requireReadable({ citations }: StoredReply, collectionIds: readonly string[]): Promise<void> {
    const cited = citations.map(({ documentId }) => documentId)
    if (await this.options.library.areReadable(cited, collectionIds)) return
    throw new Error('a reply cites a document that its reader may not read')
  }

  private async find({ actor, place }: Said, language: Language): Promise<Conversation> {
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

  /** Turns of one conversation follow each other: the second must see what the first has left. */
  private inTurn<Result>(key: string, turn: () => Promise<Result>): Promise<Result> {
    const before = this.turns.get(key) ?? Promise.resolve()
    const after = before.then(turn, turn)
    this.turns.set(key, after)
    const forget = () => {
      if (this.turns.get(key) === after) this.turns.delete(key)
    }
    after.then(forget, forget)
    return after
  }
}

function storedReply(reply: Reply, confidence: number | null, tasks: readonly Task[]): StoredReply {
  const { kind, text, language, reasons } = reply
  const citations = reply.citations.map(({ passageId: _, ...citation }) => citation as Citation)
  return { kind, text, language, citations, confidence, reasons, tasks }
}
