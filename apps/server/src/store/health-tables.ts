import type { ColumnType, JSONColumnType } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>

/** The tables of how documents are; see `migrations/0032-document-health.sql`. */
export interface HealthTables {
  document_findings: DocumentFindingTable
  document_checks: { workspace_id: string; checked_at: Timestamp }
}

export interface DocumentFindingTable {
  document_id: string
  other_id: string
  kind: 'double' | 'contradiction'
  workspace_id: string
  detail: JSONColumnType<FindingDetail, string, string>
  dismissed_for: string | null
}

export interface FindingDetail {
  /** Of doubles, 0 to 1. */
  readonly likeness?: number
  /** Of contradictions: what each of the two says, and where. */
  readonly quotes?: readonly { readonly text: string; readonly start: number }[]
}
