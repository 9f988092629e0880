import type { Selectable } from 'kysely'
import type { ChannelTable } from '../store/schema'
import type { ArchivedChannel } from './archive'
import { ChannelNames } from './channel-names'
import type { ImportedPerson, PeopleImporter } from './import-people'
import type { ImportStage } from './import-stage'
import { readImportedItems, rememberImported } from './imported-items'
import { insertChannel, type NewPlace } from './insert-channel'
import { storableLine } from './storable-text'

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

/** What the name of the source and a number may need comes on top. */
const NAME_LIMIT = 60

/** Finds channels of earlier imports, and makes the others. They have no members before their history is in. */
export class ChannelImporter {
  private readonly channels = new Map<string, ImportedChannel>()
  private known: Promise<ReadonlyMap<string, string>> | null = null
  private readonly names: ChannelNames

  constructor(
    private readonly stage: ImportStage,
    private readonly people: PeopleImporter,
  ) {
    this.names = new ChannelNames(stage)
  }

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
    if (existing) return this.recognise(channel, existing)
    tally.channels.added += 1
    return this.make(channel, { name: '', directKey })
  }

  private async makeNamed(channel: ArchivedChannel): Promise<ImportedChannel> {
    const { tally } = this.stage
    const name = storableLine(channel.name, NAME_LIMIT) || channel.key.slice(0, NAME_LIMIT)
    const existing = await this.names.findByName(name)
    if (existing && channel.kind === 'public' && (await this.isUnused(existing))) {
      // Whatever greeted people there before is read with the rest.
      return { ...(await this.recognise(channel, existing)), lastMessageNumber: 0 }
    }
    tally.channels.added += 1
    const given = await this.names.give(name, existing !== undefined)
    if (given !== name) tally.renamedChannels.push({ name, becomes: given })
    return this.make(channel, { name: given, directKey: null })
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

  private async recognise({ key }: ArchivedChannel, row: Selectable<ChannelTable>): Promise<ImportedChannel> {
    const { services, isDryRun, tally } = this.stage
    tally.channels.known += 1
    if (!isDryRun) await rememberImported(services.store.rows, this.stage, 'channel', { key, id: row.id })
    return asImported(row)
  }

  private async make(channel: ArchivedChannel, place: NewPlace): Promise<ImportedChannel> {
    const { kind, isArchived } = channel
    const id = await insertChannel(this.stage, channel, place)
    return { id, kind, isNew: true, isArchived, lastMessageNumber: 0, members: new Map() }
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
