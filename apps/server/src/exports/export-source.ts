import type { Message } from '@parley/protocol'
import { type Selectable, sql } from 'kysely'
import type { Actor } from '../actor'
import type { Database } from '../store/database'
import { asMessages } from '../store/read-messages'
import type { ChannelTable, UserTable } from '../store/schema'
import {
  type ExportChoice,
  selectExportedChannels,
  selectExportedFiles,
  selectExportedMessages,
  selectExportedPeople,
  selectExportedRoots,
} from './select-exported'

const BATCH = 500
/** Messages of a page of HTML; their threads come on top. */
export const PAGE = 500

export interface ExportSourceOptions {
  /** A snapshot: everything is of one moment. */
  readonly rows: Database
  readonly actor: Actor
  readonly choice: ExportChoice
  readonly signal: Pick<AbortSignal, 'throwIfAborted'>
}

export interface ChannelPages {
  /** Messages on all of them, replies aside. */
  readonly size: number
  /** `seq` of each page's first message. */
  readonly starts: readonly number[]
}

export type ExportedChannel = Selectable<ChannelTable>

/** What belongs to an export, read in pieces: memory holds a few hundred messages at a time. */
export class ExportSource {
  private readonly names: ReadonlyMap<string, string>

  private constructor(
    private readonly options: ExportSourceOptions,
    readonly channels: readonly ExportedChannel[],
    readonly people: readonly Selectable<UserTable>[],
  ) {
    this.names = new Map(people.map(({ id, name }) => [id, name]))
  }

  static async open(options: ExportSourceOptions): Promise<ExportSource> {
    const { rows, actor, choice } = options
    const channels = await selectExportedChannels(rows, actor, choice).execute()
    const ids = channels.map(({ id }) => id)
    return new ExportSource(options, channels, await selectExportedPeople(rows, actor, choice, ids).execute())
  }

  readonly nameOf = (userId: string): string => this.names.get(userId) ?? '?'

  titleOf({ name, direct_key: directKey }: ExportedChannel): string {
    return directKey === null ? `#${name}` : directKey.split(',').map(this.nameOf).join(', ')
  }

  async workspaceName(): Promise<string> {
    const { rows, actor } = this.options
    const workspace = rows.selectFrom('workspaces').select('name').where('id', '=', actor.workspaceId)
    return (await workspace.executeTakeFirstOrThrow()).name
  }

  async memberIdsOf(channelId: string): Promise<string[]> {
    const members = this.options.rows.selectFrom('memberships').select('user_id').where('channel_id', '=', channelId)
    return (await members.execute()).map(({ user_id }) => user_id)
  }

  /** Oldest first, replies among them. */
  async *messagesOf(channelId: string): AsyncIterable<Message[]> {
    const { rows, choice, signal } = this.options
    for (let after = 0; ; ) {
      signal.throwIfAborted()
      const some = selectExportedMessages(rows, choice, channelId).where('seq', '>', after).limit(BATCH)
      const found = await some.execute()
      const last = found.at(-1)
      if (!last) return
      after = last.seq
      yield await asMessages(rows, found)
    }
  }

  /** Where the pages of a channel begin, and how many messages they show: each page is found at once, however many come before it. */
  async pagesOf(channelId: string): Promise<ChannelPages> {
    const numbered = this.rootsOf(channelId)
      .clearSelect()
      .clearOrderBy()
      .select(['seq', sql<number>`row_number() over (order by seq)`.as('place')])
    const { rows } = await sql<{ seq: number; size: number }>`
      select seq, size from (select numbered.*, count(*) over () as size from (${numbered}) numbered) placed
      where (place - 1) % ${PAGE} = 0 order by seq`.execute(this.options.rows)
    return { size: Number(rows[0]?.size ?? 0), starts: rows.map(({ seq }) => Number(seq)) }
  }

  async rootsOfPage(channelId: string, start: number): Promise<Message[]> {
    const found = this.rootsOf(channelId).where('seq', '>=', start).limit(PAGE)
    return asMessages(this.options.rows, await found.execute())
  }

  /**
   * What was said in the threads of these messages, in their order, in pieces. Of one person's words there are none below
   * others': each stands for itself.
   */
  async *repliesTo(roots: readonly Message[]): AsyncGenerator<Message> {
    const { rows, choice, signal } = this.options
    const ids = roots.filter(({ replyCount }) => replyCount > 0).map(({ id }) => id as string)
    if (ids.length === 0 || choice.scope === 'person') return
    for (let after = { rootSeq: 0, replyNumber: 0 }; ; ) {
      signal.throwIfAborted()
      const found = await rows
        .selectFrom('messages')
        .innerJoin('messages as root', 'root.id', 'messages.thread_id')
        .selectAll('messages')
        .select('root.seq as root_seq')
        .where('messages.thread_id', 'in', ids)
        .where('messages.deleted_at', 'is', null)
        .where(sql<boolean>`(root.seq, messages.reply_number) > (${after.rootSeq}, ${after.replyNumber})`)
        .orderBy('root.seq')
        .orderBy('messages.reply_number')
        .limit(BATCH)
        .execute()
      const last = found.at(-1)
      if (!last) return
      after = { rootSeq: last.root_seq, replyNumber: last.reply_number ?? 0 }
      yield* await asMessages(rows, found)
    }
  }

  files(): Promise<{ readonly id: string; readonly name: string }[]> {
    const ids = this.channels.map(({ id }) => id)
    return ids.length === 0 ? Promise.resolve([]) : selectExportedFiles(this.options.rows, this.options.choice, ids)
  }

  /** Pictures of the people in it; of one person's export, their own alone, also where they have said nothing. */
  async avatars(): Promise<{ readonly userId: string; readonly avatarId: string }[]> {
    const { rows, actor, choice } = this.options
    const ids = choice.scope === 'person' ? [choice.id ?? ''] : this.people.map(({ id }) => id)
    if (ids.length === 0) return []
    const shown = await rows
      .selectFrom('users')
      .select(['id', 'avatar_id'])
      .where('workspace_id', '=', actor.workspaceId)
      .where('id', 'in', ids)
      .where('avatar_id', 'is not', null)
      .execute()
    return shown.map(({ id, avatar_id }) => ({ userId: id, avatarId: avatar_id ?? '' }))
  }

  private rootsOf(channelId: string) {
    const { rows, choice } = this.options
    // What one person wrote stands by itself.
    return choice.scope === 'person'
      ? selectExportedMessages(rows, choice, channelId)
      : selectExportedRoots(rows, channelId)
  }
}
