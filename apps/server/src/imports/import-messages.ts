import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ArchivedFile, ArchivedMessage } from './archive'
import type { ChannelImporter, ImportedChannel } from './import-channels'
import type { FileImporter } from './import-files'
import type { ImportedPerson, PeopleImporter } from './import-people'
import type { ImportStage } from './import-stage'
import { MessageDrafts } from './message-drafts'
import { ThreadPlaces } from './thread-places'

const BATCH = 500

interface Importers {
  readonly people: PeopleImporter
  readonly channels: ChannelImporter
  readonly files: FileImporter
}

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
  private threads = new ThreadPlaces()
  private channelKey = ''
  private readonly drafts: MessageDrafts

  constructor(
    private readonly stage: ImportStage,
    private readonly importers: Importers,
  ) {
    this.drafts = new MessageDrafts(stage, importers)
  }

  async take(message: ArchivedMessage): Promise<void> {
    const { tally, source } = this.stage
    if (message.channelKey !== this.channelKey) await this.beginChannel(message.channelKey)
    const channel = this.importers.channels.find(message.channelKey)
    const author = await this.importers.people.find(message.authorKey)
    const place = message.key
    if (!channel) return tally.note({ place, problem: 'unknown_channel', detail: message.channelKey })
    if (!author) return tally.note({ place, problem: 'unknown_author', detail: message.authorKey })
    // A reply that the channel shows too must come after everything that stands before it.
    if (message.isAlsoInChannel) await this.flush()
    const placed = this.threads.place(message)
    this.waiting.push({ message: placed, channel, author, clientMessageId: clientMessageIdOf(source, message.key) })
    if (this.waiting.length >= BATCH || message.isAlsoInChannel) await this.flush()
  }

  private async beginChannel(key: string): Promise<void> {
    await this.flush()
    this.channelKey = key
    this.threads = new ThreadPlaces()
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
    const fresh = this.freshOf(waiting, known)
    if (fresh.length === 0) return
    if (!this.stage.isDryRun) return this.store(fresh)
    for (const one of fresh) {
      const named = this.importers.files.named(one.message)
      this.threads.remember(one.message, one.message.key)
      this.drafts.textOf(one.message, named)
      this.count(one, named)
    }
  }

  private freshOf(waiting: readonly Waiting[], known: ReadonlyMap<string, string>): Waiting[] {
    const seen = new Set<string>()
    return waiting.filter((one) => {
      const key = `${one.author.id} ${one.clientMessageId}`
      const id = known.get(key)
      if (id !== undefined) this.threads.remember(one.message, id)
      const isFresh = id === undefined && !seen.has(key)
      if (!isFresh) this.stage.tally.messages.known += 1
      seen.add(key)
      return isFresh
    })
  }

  private async store(fresh: readonly Waiting[]): Promise<void> {
    const drafted: Awaited<ReturnType<MessageDrafts['draft']>>[] = []
    // One after another: each may have files to read.
    for (const one of fresh)
      drafted.push(await this.drafts.draft({ ...one, threadId: this.threads.threadIdOf(one.message) }))
    const verdicts = await this.stage.services.store.importMessages(drafted.map(({ draft }) => draft))
    for (const [index, one] of fresh.entries()) {
      const verdict = verdicts[index]
      if (verdict?.outcome !== 'stored' && verdict?.outcome !== 'repeated') {
        const problem = verdict?.outcome === 'reused' ? 'doubled_message' : 'not_stored'
        this.stage.tally.note({ place: one.message.key, problem, detail: '' })
        continue
      }
      this.threads.remember(one.message, verdict.id)
      this.count(one, drafted[index]?.named ?? [])
    }
  }

  private count({ message }: Waiting, named: readonly ArchivedFile[]): void {
    const { tally } = this.stage
    const linked = named.filter(({ url }) => url !== null).length
    tally.messages.added += 1
    tally.reactions += countReactions(message)
    tally.files.stored += message.files.length - named.length
    tally.files.linked += linked
    tally.files.missing += named.length - linked
  }
}

/** One of each kind from each person, as they are stored: an archive may name both twice, or one emoji by two names. */
function countReactions({ reactions }: ArchivedMessage): number {
  return new Set(reactions.flatMap(({ emoji, personKeys }) => personKeys.map((key) => `${emoji} ${key}`))).size
}

/** The same at every import; readable where the archive's own key fits. */
function clientMessageIdOf(source: string, key: string): string {
  const readable = `${source}:${key}`
  if (/^[\x21-\x7e]{1,100}$/.test(readable)) return readable
  return `${source}:${createHash('sha256').update(key).digest('base64url')}`
}
