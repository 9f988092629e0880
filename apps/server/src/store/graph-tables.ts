import type { EntityKind, RelationType } from '@parley/knowledge'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>
type CreatedAt = ColumnType<Date, Date | string | undefined, Date | string>

/** The tables of who and what belongs together; see `migrations/0033-knowledge-graph.sql`. */
export interface GraphTables {
  graph_entities: GraphEntityTable
  graph_edges: GraphEdgeTable
  graph_evidence: GraphEvidenceTable
  graph_readings: { source_id: string; workspace_id: string; fingerprint: string }
  graph_rereads: { message_id: string; workspace_id: string }
  graph_rules: {
    id: string
    workspace_id: string
    name: string
    rule: JSONColumnType<object, string, string>
    created_by: string
    created_at: Timestamp
  }
  graph_rules_off: { workspace_id: string; rule_key: string }
  graph_links: GraphLinkView
}

export interface GraphEntityTable {
  id: string
  workspace_id: string
  kind: EntityKind
  name: string
  name_key: string | null
  user_id: string | null
  merged_into: string | null
  root_id: string
  created_at: CreatedAt
}

interface Decided {
  decision: 'confirmed' | 'rejected' | null
  decided_by: string | null
  decided_at: Timestamp | null
}

export interface GraphEdgeTable extends Decided {
  id: string
  workspace_id: string
  type: RelationType
  from_id: string
  to_id: string
  from_as: string | null
  to_as: string | null
  created_at: CreatedAt
}

export interface GraphEvidenceTable {
  id: string
  workspace_id: string
  edge_id: string
  message_id: string | null
  document_id: string | null
  document_version: number | null
  task_id: string | null
  directory_user_id: string | null
  stated_by: string | null
  start_at: Generated<number>
  end_at: Generated<number>
  found_by: string
  confidence: number
  is_end: Generated<boolean>
  at: Timestamp
  from_at: Timestamp | null
  until_at: Timestamp | null
}

export interface GraphLinkView extends Decided {
  id: string
  workspace_id: string
  type: RelationType
  from_named: string
  to_named: string
  from_root: string
  to_root: string
}
