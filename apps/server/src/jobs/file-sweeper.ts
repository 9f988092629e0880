import { setTimeout as pause } from 'node:timers/promises'
import type { Event } from '@parley/protocol'
import { sql } from 'kysely'
import { type FileServices, thumbnailKey } from '../files/file-services'
import type { Database } from '../store/database'
import { isDatabaseTrouble } from '../store/database-errors'

export interface FileSweeperOptions {
  readonly rows: Database
  readonly files: { readonly storage: Pick<FileServices['storage'], 'remove'> } & Pick<FileServices, 'staging'>
  readonly now: () => Date
  readonly onError: (error: unknown) => void
  readonly everyMs?: number
}

/** What was uploaded, is in no draft and was not sent in this time is dropped. */
export const UNSENT_KEPT_MS = 24 * 60 * 60 * 1000
const EVERY_MS = 10 * 60 * 1000
const FILES_A_TURN = 100

/** Removes the bytes of files that nobody can see any more: of deleted messages at once, of abandoned uploads in time. */
export class FileSweeper {
  private readonly stopping = new AbortController()
  private working: Promise<void> | null = null
  private isWanted = false
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly options: FileSweeperOptions) {}

  start(): void {
    this.timer = setInterval(() => this.sweep(), this.options.everyMs ?? EVERY_MS).unref()
    this.sweep()
  }

  /** Takes committed events as they are published. */
  heed(events: readonly Event[]): void {
    if (events.some(({ type }) => type === 'message-deleted')) this.sweep()
  }

  sweep(): void {
    this.isWanted = true
    if (this.stopping.signal.aborted) return
    this.working ??= this.workWhileWanted().finally(() => {
      this.working = null
    })
  }

  /** Resolves when there is nothing left to do. */
  async settled(): Promise<void> {
    while (this.working) await this.working
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    this.stopping.abort()
    await this.working
  }

  private async workWhileWanted(): Promise<void> {
    // In a turn of its own: the commit that asks for this is to be answered first.
    await pause(0)
    while (this.isWanted && !this.stopping.signal.aborted) {
      this.isWanted = false
      await this.work().catch((error) => this.options.onError(error))
    }
  }

  private async work(): Promise<void> {
    await this.dropAbandoned()
    const stuck = new Set<string>()
    while (!this.stopping.signal.aborted && (await this.removeSome(stuck)) > 0);
  }

  private async dropAbandoned(): Promise<void> {
    const { rows, now } = this.options
    await rows
      .updateTable('files')
      .set({ dropped_at: now() })
      .where('message_id', 'is', null)
      .where('dropped_at', 'is', null)
      .where(sql`coalesce(unsent_since, created_at)`, '<', new Date(now().getTime() - UNSENT_KEPT_MS))
      .where(
        sql<boolean>`not exists (select 1 from drafts d where d.user_id = files.owner_id and files.id = any (d.file_ids))`,
      )
      .execute()
  }

  /** @param stuck files that could not be removed in this round: they hold up no others, and are tried in the next. */
  private async removeSome(stuck: Set<string>): Promise<number> {
    const ids = (await this.findDropped(stuck)).map(({ id }) => id)
    for (const id of ids) {
      await this.remove(id).catch((error: unknown) => {
        if (isDatabaseTrouble(error)) throw error
        stuck.add(id)
        this.options.onError(error)
      })
    }
    return ids.length
  }

  private findDropped(stuck: ReadonlySet<string>) {
    const dropped = this.options.rows.selectFrom('files').select('id').where('dropped_at', 'is not', null)
    return dropped
      .where('id', '!=', sql<string>`all (${[...stuck]}::uuid[])`)
      .limit(Math.max(0, FILES_A_TURN - stuck.size))
      .execute()
  }

  /** The row goes last: what interrupts this is made up for the next time. */
  private async remove(id: string): Promise<void> {
    const { rows, files } = this.options
    for (const key of [id, thumbnailKey(id)]) await files.storage.remove(key)
    await files.staging.remove(id)
    await rows.deleteFrom('files').where('id', '=', id).execute()
  }
}
