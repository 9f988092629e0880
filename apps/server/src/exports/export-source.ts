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

  /** Of the messages that pages are counted by. */
  async countRoots(channelId: string): Promise<number> {
    const counted = this.rootsOf(channelId).clearSelect().clearOrderBy().select(sql<string>`count(*)`.as('count'))
    return Number((await counted.executeTakeFirstOrThrow()).count)
  }

  async rootsOfPage(channelId: string, page: number): Promise<Message[]> {
    const found = this.rootsOf(channelId)
      .offset(page * PAGE)
      .limit(PAGE)
    return asMessages(this.options.rows, await found.execute())
  }

  /** By their thread. Of one person's words there are none below others': each stands for itself. */
  async repliesTo(roots: readonly Message[]): Promise<ReadonlyMap<string, readonly Message[]>> {
    const { rows, choice } = this.options
    const ids = roots.filter(({ replyCount }) => replyCount > 0).map(({ id }) => id as string)
    if (ids.length === 0 || choice.scope === 'person') return new Map()
    const replies = rows
      .selectFrom('messages')
      .selectAll()
      .where('thread_id', 'in', ids)
      .where('deleted_at', 'is', null)
      .orderBy('reply_number')
    const byThread = new Map(ids.map((id): [string, Message[]] => [id, []]))
    for (const reply of await asMessages(rows, await replies.execute())) byThread.get(reply.threadId ?? '')?.push(reply)
    return byThread
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
    const messages = selectExportedMessages(this.options.rows, this.options.choice, channelId)
    return this.options.choice.scope === 'person' ? messages : messages.where('thread_id', 'is', null)
  }
}
