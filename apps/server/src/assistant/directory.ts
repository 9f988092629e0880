import type { NamedChannel, Person, PersonRelation, Situation } from '@parley/nlu'
import {
  type Event,
  type FoundMentions,
  findMentions,
  type MentionPattern,
  mentionPattern,
  NO_MENTIONS,
  type User,
  type UserGroupId,
} from '@parley/protocol'
import type { Actor } from '../actor'
import { asUser } from '../store/rows'
import type { Store } from '../store/store'
import { zonedNow } from './zoned-now'

/** The people of the workspace in memory, kept true by the workspace's own events. */
export class Directory {
  private users: Promise<Map<string, User>> | null = null
  /** The same list until somebody changes: what recognisers derive from it can be kept beside it. */
  private people: readonly Person[] | null = null
  private channels: Promise<readonly NamedChannel[]> | null = null
  private lastChannels: readonly NamedChannel[] = []
  private pattern: Promise<MentionPattern> | null = null
  private readRelations: (() => Promise<readonly PersonRelation[]>) | null = null
  private relating: Promise<readonly PersonRelation[]> | null = null

  constructor(private readonly store: Store) {}

  /** Takes committed events as they are published. */
  heed(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type === 'user-saved') this.replace(event.user)
      if (event.type === 'group-saved') this.pattern = null
      // Whoever makes a channel is its first member.
      if (event.type === 'channel-updated' || event.type === 'member-added') this.channels = null
    }
  }

  /** Something may have been committed unheard: whoever is asked for next is read anew. */
  forget(): void {
    this.users = null
    this.people = null
    this.channels = null
    this.pattern = null
  }

  async find(userId: string): Promise<User | undefined> {
    return (await this.load()).get(userId)
  }

  /** What the assistant is called. */
  async assistantNames(): Promise<readonly string[]> {
    const users = [...(await this.load()).values()]
    return users.filter(({ kind }) => kind === 'assistant').flatMap(({ name, aliases }) => [name, ...aliases])
  }

  /** Whom a text names. The assistant reads along anyway: naming it is no mention. */
  mentionsIn(text: string): FoundMentions | Promise<FoundMentions> {
    return HAS_AT_SIGN.test(text) ? this.findMentions(text) : NO_MENTIONS
  }

  private async findMentions(text: string): Promise<FoundMentions> {
    this.pattern ??= this.readPattern().catch((error) => {
      this.pattern = null
      throw error
    })
    return findMentions(text, await this.pattern)
  }

  private async readPattern(): Promise<MentionPattern> {
    const users = await this.load()
    const groups = await this.store.rows
      .selectFrom('user_groups')
      .select(['id', 'handle'])
      .where('archived_at', 'is', null)
      .execute()
    return mentionPattern(
      [...users.values()].filter((user) => user.isActive && user.kind !== 'assistant'),
      groups.map(({ id, handle }) => ({ id: id as UserGroupId, handle })),
    )
  }

  /** From now on everything that is said is read with these; null: nothing asks for them. */
  relateBy(readRelations: (() => Promise<readonly PersonRelation[]>) | null): void {
    this.readRelations = readRelations
    this.relating = null
  }

  /** The circumstances of somebody saying something now. */
  async situationOf(speaker: Pick<Actor, 'userId' | 'timeZone'>, channelId?: string): Promise<Situation> {
    const users = await this.load()
    this.people ??= [...users.values()].filter(isNameable).map(asPerson)
    return {
      now: zonedNow(this.store.now(), speaker.timeZone),
      timeZone: speaker.timeZone,
      speakerId: speaker.userId,
      ...(channelId && { channelId }),
      directory: this.people,
      channels: await this.publicChannels(),
      ...(this.readRelations && { relations: await this.relations(this.readRelations) }),
    }
  }

  /** Messages that are read in one go ask once. */
  private relations(read: () => Promise<readonly PersonRelation[]>): Promise<readonly PersonRelation[]> {
    if (this.relating) return this.relating
    const relating = read().finally(() => {
      if (this.relating === relating) this.relating = null
    })
    this.relating = relating
    return relating
  }

  /** What a message may be read to name stands where all its readers see it: only what everybody may find. */
  private publicChannels(): Promise<readonly NamedChannel[]> {
    this.channels ??= this.readChannels().catch((error) => {
      this.channels = null
      throw error
    })
    return this.channels
  }

  /** The same list until one is named otherwise: whoever joins a channel makes no other one of it. */
  private async readChannels(): Promise<readonly NamedChannel[]> {
    const found = await this.store.rows
      .selectFrom('channels')
      .select(['id', 'name'])
      .where('kind', '=', 'public')
      .where('archived_at', 'is', null)
      .orderBy('id')
      .limit(MOST_CHANNELS)
      .execute()
    if (!areSame(found, this.lastChannels)) this.lastChannels = found
    return this.lastChannels
  }

  private replace(user: User): void {
    const put = (users: Map<string, User>) => {
      users.set(user.id, user)
      this.people = null
      this.pattern = null
    }
    // A reading that fails is told to whoever asked for it, and done anew by the next who asks.
    this.users?.then(put, () => undefined)
  }

  private load(): Promise<Map<string, User>> {
    this.users ??= this.read().catch((error) => {
      this.users = null
      throw error
    })
    return this.users
  }

  private async read(): Promise<Map<string, User>> {
    const rows = await this.store.rows.selectFrom('users').selectAll().execute()
    return new Map(rows.map((row) => [row.id, asUser(row)]))
  }
}

const areSame = (left: readonly NamedChannel[], right: readonly NamedChannel[]): boolean =>
  left.length === right.length && left.every(({ id, name }, at) => id === right[at]?.id && name === right[at]?.name)

/** Names are looked for in every message. */
const MOST_CHANNELS = 5_000

const HAS_AT_SIGN = /[@＠]/
const isNameable = (user: User): boolean => user.isActive && user.kind === 'person'

const asPerson = (user: User): Person => ({ id: user.id, name: user.name, aliases: user.aliases })
