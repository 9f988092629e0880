import { type Address, readAddress } from '@parley/dialogue'
import type { Event, Message, User } from '@parley/protocol'
import { isImported, ParleyError } from '@parley/protocol'
import { v5 as uuidv5 } from 'uuid'
import { type Actor, actorOf } from '../actor'
import { jsonText } from '../store/json-text'
import type { Store } from '../store/store'
import { cardOf } from './card-of'
import type { Comprehended, Comprehension } from './comprehension'
import type { Conversations, StoredReply } from './converse'
import type { Directory } from './directory'
import { messageCause } from './message-cause'
import { placeUnderstanding } from './place-understanding'
import type { ReplyProposals } from './replies/reply-proposals'
import { rereadEdits } from './reread-edits'
import { noticeQuestions, type OverheardMessage } from './suggestions/notice-questions'

/** Names the assistant's replies after the events they answer (RFC 9562, version 5). */
const REPLY_NAMESPACE = '0192f6c1-9d0e-7c55-8c5c-5f3f0a3c7d11'
/** The channel closed while the answer was found: there is nobody to give it to. */
const departures = new Set(['not_a_member', 'channel_archived', 'not_found'])

export interface AttendantOptions {
  readonly assistant: Actor
  readonly names: readonly string[]
  readonly store: Store
  readonly directory: Directory
  readonly comprehension: Comprehension
  readonly conversations: Conversations
  readonly replies: ReplyProposals
  /** Something may be answered unasked when its time has come. */
  onSuggestible(): void
}

interface Heard {
  readonly message: Message
  readonly author: User
  /** What was said, without the assistant's name. */
  readonly text: string
  readonly address: Address
  readonly isAddressed: boolean
  readonly isDirect: boolean
  readonly situation: Awaited<ReturnType<Directory['situationOf']>>
  readonly replyId: string
}

/** What was said in some events of one channel. */
interface Hearing {
  readonly isDirect: boolean
  readonly suggestsAnswers: boolean
  readonly heard: readonly Heard[]
}

/** And what it means. */
export interface Reading extends Hearing {
  readonly read: readonly Comprehended[]
}

/**
 * Understands what people say in a channel and answers what is said to the assistant. Everything is keyed by the
 * message it came from, so that hearing a message again changes nothing.
 */
export class Attendant {
  constructor(private readonly options: AttendantOptions) {}

  /** Hears what was said in one stream; null where that is nothing to it. */
  async listen(streamId: string, events: readonly Event[]): Promise<Hearing | null> {
    const channel = events.some(isSaidOrEdited) ? await this.findChannel(streamId) : null
    return channel && { ...channel, heard: await this.hear(channel.isDirect, events) }
  }

  /** Reads what was heard, and changes nothing: it may be done ahead of what comes before. */
  async read(hearing: Hearing | null): Promise<Reading | null> {
    if (!hearing) return null
    const { heard } = hearing
    const priority = heard.some(({ isAddressed }) => isAddressed) ? 'interactive' : 'background'
    const read = heard.length === 0 ? [] : await this.options.comprehension.read(heard, priority)
    return { ...hearing, read }
  }

  /** Keeps what was read of these events, answers what is for the assistant, and reads again what was edited. */
  async attend(events: readonly Event[], reading: Reading | null): Promise<void> {
    if (!reading) return
    await this.attendNew(reading)
    if (!reading.isDirect) await this.proposeReplies(reading)
    await rereadEdits(this.options, reading.isDirect, events)
  }

  private async attendNew({ heard, read, suggestsAnswers }: Reading): Promise<void> {
    if (heard.length === 0) return
    const present = await this.keep(heard, read)
    const answered = await this.answeredAmong(heard)
    const partners = await this.partnersAmong(heard)
    const overheard: OverheardMessage[] = []
    for (const [index, one] of heard.entries()) {
      const comprehended = read[index]
      if (!comprehended || answered.has(one.replyId) || !present.has(one.message.id)) continue
      const { authorId } = one.message
      // Asked only now: the turn before may have left a question open.
      const isAwaited = partners.has(authorId) && (await this.isAwaited(one, comprehended))
      if (one.isAddressed || isAwaited) {
        await this.answer(one, comprehended)
        partners.add(authorId)
      } else overheard.push({ message: one.message, acts: actsOf(comprehended) })
    }
    if (suggestsAnswers) await this.notice(overheard)
  }

  private async notice(overheard: readonly OverheardMessage[]): Promise<void> {
    const { store, assistant, onSuggestible } = this.options
    await noticeQuestions(store, assistant.workspaceId, overheard)
    onSuggestible()
  }

  private proposeReplies({ heard, read }: Reading): Promise<void> {
    const lines = heard.map(({ message }, index) => ({ message, sentence: read[index]?.sentence ?? null }))
    return this.options.replies.propose(lines)
  }

  private async hear(isDirect: boolean, events: readonly Event[]): Promise<readonly Heard[]> {
    const messages = events.flatMap((event) =>
      event.type === 'message-created' && event.message.text !== '' && !isImported(event.message)
        ? [event.message]
        : [],
    )
    const heard = await Promise.all(messages.map((message) => this.hearOne(message, isDirect)))
    return heard.filter((one) => one !== null)
  }

  /** The channel, as long as the assistant is in it. */
  private async findChannel(channelId: string): Promise<Omit<Hearing, 'heard'> | null> {
    const channel = await this.options.store.rows
      .selectFrom('channels')
      .innerJoin('memberships', 'memberships.channel_id', 'channels.id')
      .select(['channels.kind', 'channels.member_count', 'channels.suggests_answers'])
      .where('channels.id', '=', channelId)
      .where('memberships.user_id', '=', this.options.assistant.userId)
      .executeTakeFirst()
    if (!channel) return null
    const { kind, member_count: members, suggests_answers: suggestsAnswers } = channel
    return { isDirect: kind === 'direct' && members === 2, suggestsAnswers }
  }

  private async hearOne(message: Message, isDirect: boolean): Promise<Heard | null> {
    const { directory, names } = this.options
    const author = await directory.find(message.authorId)
    if (author?.kind !== 'person') return null
    const address = readAddress(message.text, names)
    return {
      message,
      author,
      text: address.text,
      address,
      isAddressed: address.isAddressed || isDirect,
      isDirect,
      situation: await directory.situationOf({ userId: author.id, timeZone: author.timeZone }, message.channelId),
      replyId: uuidv5(messageCause(message), REPLY_NAMESPACE),
    }
  }

  /** Stores what was understood of messages that still say it; answers those that were not deleted meanwhile. */
  private keep(heard: readonly Heard[], read: readonly Comprehended[]): Promise<ReadonlySet<string>> {
    const { store, assistant, comprehension } = this.options
    return store.rows.transaction().execute(async (rows) => {
      const ids = heard.map(({ message }) => message.id)
      const present = await rows
        .selectFrom('messages')
        .select(['id', 'edited_at'])
        .where('id', 'in', ids)
        .where('deleted_at', 'is', null)
        .orderBy('id')
        .forShare()
        .execute()
      const unchanged = new Set(present.filter((row) => row.edited_at === null).map((row) => row.id))
      const values = heard.flatMap(({ message, address }, index) => {
        const comprehended = read[index]
        if (!comprehended || !unchanged.has(message.id)) return []
        const understanding = placeUnderstanding(comprehended.understanding, message.text, address)
        return [
          {
            message_id: message.id,
            workspace_id: assistant.workspaceId,
            understanding: jsonText(understanding),
            made_by: comprehension.madeBy,
          },
        ]
      })
      if (values.length > 0) {
        await rows
          .insertInto('understandings')
          .values(values)
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      return new Set(present.map((row) => row.id))
    })
  }

  private async answeredAmong(heard: readonly Heard[]): Promise<ReadonlySet<string>> {
    const { store, assistant } = this.options
    const replyIds = heard.map(({ replyId }) => replyId)
    const sent = await store.rows
      .selectFrom('messages')
      .select('client_message_id')
      .where('workspace_id', '=', assistant.workspaceId)
      .where('author_id', '=', assistant.userId)
      .where('client_message_id', 'in', replyIds)
      .execute()
    return new Set(sent.map((row) => row.client_message_id))
  }

  /** One question for all: in most channels nobody has talked with the assistant. */
  private async partnersAmong(heard: readonly Heard[]): Promise<Set<string>> {
    const [first] = heard
    if (!first) return new Set()
    const authors = heard.map(({ message }) => message.authorId)
    return this.options.conversations.partnersAmong(first.message.channelId, authors)
  }

  private isAwaited({ message, text, situation }: Heard, comprehended: Comprehended): Promise<boolean> {
    return this.options.conversations.isAwaitingAnswer(message, { text, situation, ...comprehended })
  }

  private async answer({ message, author, text, isDirect, replyId }: Heard, comprehended: Comprehended): Promise<void> {
    const { reply } = await this.options.conversations.answer({
      actor: actorOf(author, this.options.assistant.workspaceId),
      place: { kind: 'channel', channelId: message.channelId, isDirect, messageId: message.id },
      text,
      cause: messageCause(message),
      comprehended,
    })
    await this.say(message, reply, replyId)
  }

  /** Into the same group commit as everybody's: the reply's client id is derived from the event it answers, so a replay finds it sent. */
  private async say(question: Message, reply: StoredReply, clientMessageId: string): Promise<void> {
    const sending = this.options.store.messages.store({
      workspaceId: this.options.assistant.workspaceId,
      channelId: question.channelId,
      authorId: this.options.assistant.userId,
      clientMessageId,
      threadId: question.threadId,
      isAlsoInChannel: question.isAlsoInChannel,
      text: reply.text,
      card: cardOf(question.id, reply),
    })
    await sending.catch((error: unknown) => {
      if (!(error instanceof ParleyError && departures.has(error.code))) throw error
    })
  }
}

const actsOf = ({ understanding: { tone } }: Comprehended): string[] | null =>
  tone?.acts.map(({ name }) => name) ?? null

const isSaidOrEdited = ({ type }: Event): boolean => type === 'message-created' || type === 'message-edited'
