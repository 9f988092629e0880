import { type FoundReply, type LineTraits, lineTraits, MAX_LINES, type ReplyFinder } from '@parley/nlu'
import type { Store } from '../../store/store'
import type { Directory } from '../directory'

/** A message as it is taken. */
export interface SaidMessage {
  readonly id: string
  readonly seq: number
  readonly channelId: string
  readonly authorId: string
  readonly text: string
  readonly mentions: readonly string[]
  readonly createdAt: string
}

/** A message that may be answered; its conversation is named after the message that began it. */
export interface Said {
  readonly id: string
  readonly seq: number
  readonly author: string
  readonly line: LineTraits
  readonly conversation: string
}

/** What was said before a message, and which of it the message answers. */
export interface Heard {
  readonly before: readonly Said[]
  readonly found: FoundReply
}

export interface RecentTalkOptions {
  readonly store: Store
  readonly directory: Directory
  readonly finder: ReplyFinder
}

/** Channels whose last lines are kept in memory; the one that was silent for longest is forgotten. */
const CHANNELS = 200

/** What people said last in each channel, outside of threads: read from the database once, and then as it is said. */
export class RecentTalk {
  private readonly channels = new Map<string, readonly Said[]>()

  constructor(private readonly options: RecentTalkOptions) {}

  async hear(message: SaidMessage, sentence: Float32Array | null): Promise<Heard> {
    const known = this.channels.get(message.channelId) ?? (await this.load(message))
    const before = known.filter(({ seq }) => seq < message.seq)
    const { said, found } = this.place(message, await this.lineOf(message, sentence), before)
    // What is heard a second time takes its own place again.
    this.keep(message.channelId, [...known.filter(({ id }) => id !== said.id), said].slice(-MAX_LINES))
    return { before, found }
  }

  private place({ id, seq, authorId }: SaidMessage, line: LineTraits, before: readonly Said[]) {
    const found = this.options.finder.findAmong(
      line,
      before.map((one) => one.line),
    )
    const answered = found.answers === null ? undefined : before[found.answers]
    const said: Said = { id, seq, author: authorId, line, conversation: answered?.conversation ?? id }
    return { said, found }
  }

  private keep(channelId: string, lines: readonly Said[]): void {
    this.channels.delete(channelId)
    this.channels.set(channelId, lines)
    if (this.channels.size > CHANNELS) this.channels.delete(this.channels.keys().next().value ?? '')
  }

  /** After a start, without their vectors: what they mean is not computed a second time. */
  private async load({ channelId, seq }: SaidMessage): Promise<readonly Said[]> {
    const rows = await this.options.store.rows
      .selectFrom('messages')
      .innerJoin('users', 'users.id', 'messages.author_id')
      .select(['messages.id', 'messages.seq', 'author_id', 'text', 'mentions', 'messages.created_at'])
      .where('messages.channel_id', '=', channelId)
      .where('messages.seq', '<', seq)
      .where('messages.thread_id', 'is', null)
      .where('messages.deleted_at', 'is', null)
      .where('users.kind', '=', 'person')
      .orderBy('messages.seq', 'desc')
      .limit(MAX_LINES)
      .execute()
    const lines: Said[] = []
    for (const row of rows.toReversed()) {
      const message: SaidMessage = {
        ...{ id: row.id, seq: row.seq, channelId, authorId: row.author_id, text: row.text },
        ...{ mentions: row.mentions, createdAt: row.created_at.toISOString() },
      }
      lines.push(this.place(message, await this.lineOf(message, null), lines).said)
    }
    return lines
  }

  private async lineOf(message: SaidMessage, sentence: Float32Array | null): Promise<LineTraits> {
    const { authorId, text, mentions, createdAt } = message
    const author = await this.options.directory.find(authorId)
    const names = author ? [author.name, ...author.aliases] : []
    return lineTraits({ author: authorId, names, at: Date.parse(createdAt), text, mentions, sentence })
  }
}
