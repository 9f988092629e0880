import type { Pool } from 'pg'
import type { Database } from './database'
import type { EnsureSpace } from './storage-guard'
import type { Publish, Write } from './write'
import { write } from './write'
import { createMessageWriter, type MessageWriter } from './write-batch'

/** The database as commands and queries use it. */
export interface Store {
  /** Reads, and writes that concern no stream. */
  readonly rows: Database
  readonly messages: MessageWriter
  readonly now: () => Date
  /** One transaction whose events go to these streams; see `write`. */
  write<Result>(
    workspaceId: string,
    streamIds: readonly string[],
    work: (write: Write) => Promise<Result>,
  ): Promise<Result>
  /** Reads that belong together: all of them see one state of the database. */
  snapshot<Result>(work: (rows: Database) => Promise<Result>): Promise<Result>
}

export interface StoreOptions {
  readonly pool: Pool
  readonly database: Database
  readonly publish: Publish
  readonly now: () => Date
  readonly onUncertainCommit: () => void
  /** Left out where the disk is not ours to watch. */
  readonly ensureSpace?: EnsureSpace | undefined
}

export function createStore(options: StoreOptions): Store {
  const { database, publish, now, onUncertainCommit, ensureSpace } = options
  return {
    rows: database,
    messages: createMessageWriter(options),
    now,
    write: (workspaceId, streamIds, work) =>
      write({ database, publish, workspaceId, now, onUncertainCommit, ensureSpace, streamIds }, work),
    snapshot: (work) =>
      database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
  }
}
