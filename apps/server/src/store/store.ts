import type { Pool } from 'pg'
import type { Verdict } from './commit-messages'
import type { Database } from './database'
import { type ImportedDraft, importMessages } from './import-messages'
import { type CommitOptions, type Write, write } from './write'
import { createMessageWriter, type MessageWriter } from './write-batch'

/** The database as commands and queries use it. */
export interface Store {
  /** Reads, and writes that concern no stream. */
  readonly rows: Database
  readonly messages: MessageWriter
  /** Messages of another messenger, with their own times; a verdict each, in their order. */
  importMessages(drafts: readonly ImportedDraft[]): Promise<Verdict[]>
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

export interface StoreOptions extends CommitOptions {
  readonly pool: Pool
  readonly database: Database
}

export function createStore(options: StoreOptions): Store {
  const { database, now } = options
  return {
    rows: database,
    messages: createMessageWriter(options),
    importMessages: (drafts) => importMessages(options, drafts),
    now,
    write: (workspaceId, streamIds, work) => write({ ...options, workspaceId, streamIds }, work),
    snapshot: (work) =>
      database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
  }
}
