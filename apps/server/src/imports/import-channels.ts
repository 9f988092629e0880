import type { Selectable } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { ChannelTable } from '../store/schema'
import type { ArchivedChannel } from './archive'
import type { ImportedPerson, PeopleImporter } from './import-people'
import type { ImportStage } from './import-stage'
import { readImportedItems, rememberImported } from './imported-items'
import { storableText } from './storable-text'

/** A channel of the archive, as a channel here. */
export interface ImportedChannel {
  readonly id: string
  readonly kind: ArchivedChannel['kind']
  /** Nobody is in it yet. */
  readonly isNew: boolean
  readonly isArchived: boolean
  /** Number of its newest message before this import. */
  readonly lastMessageNumber: number
  readonly members: Map<string, ImportedPerson>
}

const NAME_LIMIT = 80
const TOPIC_LIMIT = 250

/** Finds channels of earlier imports, and makes the others. They have no members before their history is in. */
export class ChannelImporter {
  private readonly channels = new Map<string, ImportedChannel>()
  private known: Promise<ReadonlyMap<string, string>> | null = null
  /** Names given in a dry run. */
  private readonly takenNames = new Set<string>()

  constructor(
    private readonly stage: ImportStage,
    private readonly people: PeopleImporter,
  ) {}

  find(key: string): ImportedChannel | undefined {
    return this.channels.get(key)
  }

  all(): Iterable<ImportedChannel> {
    return this.channels.values()
  }

  async take(channel: ArchivedChannel): Promise<void> {
    const imported = this.channels.get(channel.key) ?? (await this.findOrMake(channel))
    if (!imported) return
    this.channels.set(channel.key, imported)
    for (const key of channel.memberKeys) await this.addMember(channel.key, key)
  }

  async addMember(channelKey: string, personKey: string): Promise<void> {
    const person = await this.people.find(personKey)
    if (person) this.channels.get(channelKey)?.members.set(person.id, person)
  }

  private async findOrMake(channel: ArchivedChannel): Promise<ImportedChannel | null> {
    const { tally } = this.stage
    this.known ??= readImportedItems(this.stage, 'channel')
    const row = await this.findRow((await this.known).get(channel.key))
    if (row) {
      tally.channels.known += 1
      return asImported(row)
    }
    return channel.kind === 'direct' ? this.makeDirect(channel) : this.makeNamed(channel)
  }

  private async findRow(id: string | undefined): Promise<Selectable<ChannelTable> | undefined> {
    if (id === undefined) return undefined
    return this.stage.services.store.rows.selectFrom('channels').selectAll().where('id', '=', id).executeTakeFirst()
  }

  /** There is one direct channel a group of people; a talk with oneself has one, too. */
  private async makeDirect(channel: ArchivedChannel): Promise<ImportedChannel | null> {
    const { services, actor, tally } = this.stage
    const people = await Promise.all(channel.memberKeys.map((key) => this.people.find(key)))
    const ids = [...new Set(people.flatMap((person) => (person ? [person.id] : [])))].sort()
    if (ids.length === 0) return null
    const directKey = ids.join(',')
    const existing = await services.store.rows
      .selectFrom('channels')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('direct_key', '=', directKey)
      .executeTakeFirst()
    if (existing) {
      tally.channels.known += 1
      await this.remember(channel.key, existing.id)
      return asImported(existing)
    }
    tally.channels.added += 1
    return this.insert(channel, { name: '', directKey })
  }

  private async makeNamed(channel: ArchivedChannel): Promise<ImportedChannel> {
    const { tally, source } = this.stage
    const name = storableText(channel.name, NAME_LIMIT - 20).trim() || channel.key.slice(0, NAME_LIMIT - 20)
    const existing = await this.findByName(name)
    if (existing && channel.kind === 'public' && (await this.isUnused(existing))) {
      tally.channels.known += 1
      await this.remember(channel.key, existing.id)
      // Whatever greeted people there before is read with the rest.
      return { ...asImported(existing), lastMessageNumber: 0 }
    }
    tally.channels.added += 1
    const given = await this.freeName(name, existing !== undefined, source)
    if (given !== name) tally.renamedChannels.push({ name, becomes: given })
    return this.insert(channel, { name: given, directKey: null })
  }

  private findByName(name: string) {
    const { services, actor } = this.stage
    return services.store.rows
      .selectFrom('channels')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('kind', '<>', 'direct')
      .where(({ eb, fn, val }) => eb(fn('lower', ['name']), '=', fn('lower', [val(name)])))
      .executeTakeFirst()
  }

  /** Where nobody has said anything yet, as in the first channel of a new workspace, history may go. */
  private async isUnused(channel: Selectable<ChannelTable>): Promise<boolean> {
    if (channel.kind !== 'public' || channel.archived_at) return false
    const said = await this.stage.services.store.rows
      .selectFrom('messages')
      .innerJoin('users', 'users.id', 'messages.author_id')
      .select('messages.id')
      .where('messages.channel_id', '=', channel.id)
      .where('users.kind', '<>', 'assistant')
      .limit(1)
      .executeTakeFirst()
    return said === undefined
  }

  /** Old talk does not go among new talk: a channel whose name is taken gets the name of its source beside its own. */
  private async freeName(name: string, isTaken: boolean, source: string): Promise<string> {
    let given = isTaken || this.takenNames.has(name.toLowerCase()) ? `${name}-${source}` : name
    for (
      let number = 2;
      this.takenNames.has(given.toLowerCase()) || (given !== name && (await this.findByName(given)));
      number += 1
    ) {
      given = `${name}-${source}-${number}`
    }
    this.takenNames.add(given.toLowerCase())
    return given
  }

  private async insert(
    channel: ArchivedChannel,
    { name, directKey }: { readonly name: string; readonly directKey: string | null },
  ): Promise<ImportedChannel> {
    const { services, actor, isDryRun } = this.stage
    const id = uuidv7()
    const facts = {
      kind: channel.kind,
      isNew: true,
      isArchived: channel.isArchived,
      lastMessageNumber: 0,
      members: new Map(),
    }
    if (isDryRun) return { id, ...facts }
    await services.store.write(actor.workspaceId, [], async (write) => {
      await write.createStream(id, 'channel')
      await write.rows
        .insertInto('channels')
        .values({
          id,
          workspace_id: actor.workspaceId,
          name,
          kind: channel.kind,
          topic: storableText(channel.topic, TOPIC_LIMIT),
          purpose: storableText(channel.purpose, TOPIC_LIMIT),
          direct_key: directKey,
          created_by: actor.userId,
        })
        .execute()
      await rememberImported(write.rows, this.stage, 'channel', { key: channel.key, id })
    })
    return { id, ...facts }
  }

  private async remember(key: string, id: string): Promise<void> {
    if (!this.stage.isDryRun) await rememberImported(this.stage.services.store.rows, this.stage, 'channel', { key, id })
  }
}

const asImported = (row: Selectable<ChannelTable>): ImportedChannel => ({
  id: row.id,
  kind: row.kind,
  // Also one that an interrupted import had made, and nobody has joined yet.
  isNew: row.member_count === 0,
  isArchived: row.archived_at !== null,
  lastMessageNumber: row.last_message_number,
  members: new Map(),
})
