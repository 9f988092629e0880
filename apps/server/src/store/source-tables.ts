import type { SourceFailure, SourceKind, SourceRun, SourceSettings } from '@parley/protocol'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>
type OptionalTimestamp = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type Json<Content> = ColumnType<Content | null, string | null | undefined, string | null>

/** The tables of where documents come from by themselves; see `migrations/0031-document-sources.sql`. */
export interface SourceTables {
  document_sources: SourceTable
  source_items: SourceItemTable
}

export interface SourceTable {
  id: string
  workspace_id: string
  collection_id: string
  name: string
  kind: SourceKind
  settings: JSONColumnType<SourceSettings, string, string>
  /** Sealed; opened for the thread that reads the source, and for nobody else. */
  secret: string | null
  owner_id: string
  is_paused: Generated<boolean>
  every_minutes: number | null
  is_waiting: Generated<boolean>
  removes_all: Generated<boolean>
  next_run_at: OptionalTimestamp
  last_run: Json<StoredRun>
  memory: Json<object>
  created_at: Timestamp
}

/** A look at a source, and how many of its documents it would have removed if nobody had to be asked. */
export type StoredRun = SourceRun & { readonly heldRemovals: number }

export interface SourceItemTable {
  source_id: string
  key: string
  workspace_id: string
  document_id: string
  fingerprint: string | null
  memory: Json<object>
  failure: Json<SourceFailure>
  seen_at: Timestamp
}
