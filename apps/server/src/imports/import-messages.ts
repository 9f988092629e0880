import { createHash } from 'node:crypto'
import { MESSAGE_TEXT_LIMIT } from '@parley/protocol'
import { sql } from 'kysely'
import type { ImportedDraft } from '../store/import-messages'
import type { ArchivedMessage } from './archive'
import type { ChannelImporter, ImportedChannel } from './import-channels'
import type { ImportedPerson, PeopleImporter } from './import-people'
import type { ImportStage } from './import-stage'
import { storableText } from './storable-text'

const BATCH = 500

interface Waiting {
  readonly message: ArchivedMessage
  readonly channel: ImportedChannel
  readonly author: ImportedPerson
  readonly clientMessageId: string
}

/**
 * Writes messages in batches: first those that stand in the channel, then the replies, whose thread must be there
 * before them. What an earlier import stored is found by its client id and left as it is.
 */
export class MessageImporter {
  private waiting: Waiting[] = []
  /** Ids of messages that threads hang on, in the channel that is being read. */
  private roots = new Map<string, string | null>()
  /** Where the first message of a thread is missing, its first reply stands in for it. */
  private standIns = new Map<string, string>()
  private channelKey = ''

  constructor(
    private readonly stage: ImportStage,
    private readonly people: PeopleImporter,
    private readonly channels: ChannelImporter,
  ) {}

  async take(message: ArchivedMessage): Promise<void> {
    const { tally, source } = this.stage
    if (message.channelKey !== this.channelKey) await this.beginChannel(message.channelKey)
    const channel = this.channels.find(message.channelKey)
    const author = await this.people.find(message.authorKey)
    const place = message.key
    if (!channel) return tally.note({ place, problem: 'unknown_channel', detail: message.channelKey })
    if (!author) return tally.note({ place, problem: 'unknown_author', detail: message.authorKey })
    // A reply that the channel shows too must come after everything that stands before it.
    if (message.isAlsoInChannel) await this.flush()
    const placed = this.placeInThread(message)
    this.waiting.push({ message: placed, channel, author, clientMessageId: clientMessageIdOf(source, message.key) })
    if (this.waiting.length >= BATCH || message.isAlsoInChannel) await this.flush()
  }

  private async beginChannel(key: string): Promise<void> {
    await this.flush()
    this.channelKey = key
    this.roots = new Map()
    this.standIns = new Map()
  }

  private placeInThread(message: ArchivedMessage): ArchivedMessage {
    const threadKey = message.threadKey === null ? null : (this.standIns.get(message.threadKey) ?? message.threadKey)
    if (threadKey === null) {
      if (message.hasReplies) this.roots.set(message.key, null)
      return message
    }
    if (this.roots.has(threadKey)) return { ...message, threadKey }
    this.standIns.set(threadKey, message.key)
    this.roots.set(message.key, null)
    return { ...message, threadKey: null, isAlsoInChannel: false }
  }

  async flush(): Promise<void> {
    if (this.waiting.length === 0) return
    const waiting = this.waiting
    this.waiting = []
    const known = await this.findKnown(waiting)
    await this.write(
      waiting.filter(({ message }) => message.threadKey === null),
      known,
    )
    await this.write(
      waiting.filter(({ message }) => message.threadKey !== null),
      known,
    )
  }

  private async findKnown(waiting: readonly Waiting[]): Promise<ReadonlyMap<string, string>> {
    const { services, actor } = this.stage
    const { rows } = await sql<{ client_message_id: string; author_id: string; id: string }>`
      select m.client_message_id, m.author_id, m.id
      from unnest(${waiting.map(({ author }) => author.id)}::uuid[], ${waiting.map((one) => one.clientMessageId)}::text[])
        as wanted (author_id, client_message_id)
      join messages m on m.workspace_id = ${actor.workspaceId} and m.author_id = wanted.author_id
        and m.client_message_id = wanted.client_message_id`.execute(services.store.rows)
    return new Map(rows.map((row) => [`${row.author_id} ${row.client_message_id}`, row.id]))
  }

  private async write(waiting: readonly Waiting[], known: ReadonlyMap<string, string>): Promise<void> {
    const { isDryRun, services, tally } = this.stage
    const fresh = []
    const seen = new Set<string>()
    for (const one of waiting) {
      const key = `${one.author.id} ${one.clientMessageId}`
      const id = known.get(key)
      if (id !== undefined) this.remember(one, id)
      if (id !== undefined || seen.has(key)) tally.messages.known += 1
      else fresh.push(one)
      seen.add(key)
    }
    for (const one of fresh) if (isDryRun) this.remember(one, one.message.key)
    if (fresh.length === 0) return
    if (isDryRun) for (const one of fresh) this.count(one)
    else await this.store(fresh, services)
  }

  private async store(fresh: readonly Waiting[], { store }: ImportStage['services']): Promise<void> {
    const verdicts = await store.importMessages(await Promise.all(fresh.map((one) => this.draft(one))))
    for (const [index, one] of fresh.entries()) {
      const verdict = verdicts[index]
      if (verdict?.outcome !== 'stored' && verdict?.outcome !== 'repeated') {
        this.stage.tally.note({ place: one.message.key, problem: 'not_stored', detail: verdict?.outcome ?? '' })
        continue
      }
      this.remember(one, verdict.id)
      this.count(one)
    }
  }

  private remember({ message }: Waiting, id: string): void {
    if (this.roots.has(message.key)) this.roots.set(message.key, id)
  }

  private count({ message }: Waiting): void {
    this.stage.tally.messages.added += 1
    this.stage.tally.reactions += message.reactions.reduce((sum, { personKeys }) => sum + personKeys.length, 0)
    this.stage.tally.files.linked += message.files.length
  }

  private async draft({ message, channel, author, clientMessageId }: Waiting): Promise<ImportedDraft> {
    const { services, actor } = this.stage
    const text = this.textOf(message)
    return {
      workspaceId: actor.workspaceId,
      channelId: channel.id,
      authorId: author.id,
      clientMessageId,
      threadId: message.threadKey === null ? null : (this.roots.get(message.threadKey) ?? null),
      isAlsoInChannel: message.isAlsoInChannel,
      text,
      card: null,
      mentions: await services.people.mentionsIn(text),
      createdAt: message.sentAt,
      editedAt: message.editedAt,
      isPinned: message.isPinned,
      reactions: await Promise.all(message.reactions.map((reaction) => this.reactionOf(reaction))),
    }
  }

  private textOf({ key, text, files }: ArchivedMessage): string {
    const links = files.map(({ name, url }) => (url && /^https?:/.test(url) ? `[${name}](${url})` : `\`${name}\``))
    const whole = [text, ...links].filter((part) => part !== '').join('\n')
    const kept = storableText(whole, MESSAGE_TEXT_LIMIT)
    if (kept.length < whole.length)
      this.stage.tally.note({ place: key, problem: 'text_too_long', detail: String(whole.length) })
    return kept
  }

  private async reactionOf({ emoji, personKeys }: ArchivedMessage['reactions'][number]) {
    const people = await Promise.all(personKeys.map((key) => this.people.find(key)))
    return { emoji: emoji.slice(0, 64), userIds: people.flatMap((person) => (person ? [person.id] : [])) }
  }
}

/** The same at every import; readable where the archive's own key fits. */
function clientMessageIdOf(source: string, key: string): string {
  const readable = `${source}:${key}`
  if (/^[\x21-\x7e]{1,100}$/.test(readable)) return readable
  return `${source}:${createHash('sha256').update(key).digest('base64url')}`
}
