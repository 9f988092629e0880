import type { EvaluationFailure, LabelKind } from '@parley/protocol'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>

/** The tables of labels, own intents and what is trained of them; see `migrations/0026-labels-and-intents.sql`. */
export interface UnderstandingTables {
  message_labels: MessageLabelTable
  intents: { workspace_id: string; name: string; created_by: string; created_at: Timestamp }
  intent_examples: IntentExampleTable
  intent_models: IntentModelTable
  understanding_settings: {
    workspace_id: string
    who_may_label: Generated<'members' | 'administrators'>
    labels_train: Generated<boolean>
    operating_point: number | null
    live_model: string | null
  }
  evaluations: EvaluationTable
}

export interface MessageLabelTable {
  message_id: string
  kind: LabelKind
  workspace_id: string
  value: string | null
  labelled_by: string
  labelled_at: Timestamp
}

export interface IntentExampleTable {
  id: string
  workspace_id: string
  intent: string | null
  text: string
  text_key: string
  added_by: string
  added_at: Timestamp
}

export interface IntentModelTable {
  id: string
  workspace_id: string
  trained_at: Timestamp
  encoder_id: string | null
  own_examples: number
  state: 'kept' | 'waiting'
  figures: JSONColumnType<object>
}

export interface EvaluationTable {
  id: string
  workspace_id: string
  started_by: string
  created_at: Timestamp
  finished_at: Timestamp | null
  status: 'running' | 'done' | 'failed' | 'cancelled'
  model_id: string | null
  other_model_id: string | null
  report: JSONColumnType<StoredReport, string, string>
  failure: JSONColumnType<{ readonly code: EvaluationFailure } | null, string | null, string | null>
}

/** What is measured; once that is done its figures lie here, too, and what was wrong. */
export interface StoredReport {
  readonly kind: LabelKind
  readonly hasOther: boolean
  /** The surest first. */
  readonly errors?: readonly StoredError[]
}

/** A message that was read wrongly, by its id. */
export interface StoredError {
  readonly id: string
  readonly truth: string | null
  readonly prediction: string | null
  readonly confidence: number
}
