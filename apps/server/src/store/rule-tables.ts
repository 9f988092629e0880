import type { RuleDefinition } from '@parley/protocol'
import type { ColumnType, JSONColumnType } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>

/** The tables of rules; see `migrations/0037-rules.sql`. */
export interface RuleTables {
  rules: RuleTable
  rule_versions: RuleVersionTable
}

interface RuleContent {
  workspace_id: string
  name: string
  definition: JSONColumnType<RuleDefinition, string, string>
  is_on: boolean
  version: number
  saved_by: string
  saved_at: Timestamp
}

export interface RuleTable extends RuleContent {
  id: string
  place: number
  removed_at: Timestamp | null
}

export interface RuleVersionTable extends RuleContent {
  rule_id: string
  is_removed: boolean
}
