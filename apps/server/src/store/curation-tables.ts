import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>

/** The tables of answers that people curate; and what is asked; see `migrations/0024-curated-answers.sql` and the next. */
export interface CurationTables {
  curated_answers: CuratedAnswerTable
  curated_phrasings: CuratedPhrasingTable
  questions: QuestionTable
  collection_tunings: CollectionTuningTable
}

export interface QuestionTable {
  id: string
  workspace_id: string
  asker_id: string | null
  place: 'public' | 'private' | 'direct' | 'alone'
  message_id: string | null
  language: 'zh' | 'en'
  outcome: 'confirmed' | 'answered' | 'unknown'
  confidence: number | null
  document_ids: Generated<string[]>
  /** Of the cited ones, those that somebody opened. */
  opened_ids: Generated<string[]>
  answer_id: string | null
  is_helpful: boolean | null
  is_handed_over: Generated<boolean>
  is_awaited: Generated<boolean>
  vector: Buffer | null
  encoder_id: string | null
  settled_at: Timestamp | null
  asked_at: Timestamp
}

export interface CollectionTuningTable {
  id: string
  workspace_id: string
  collection_id: string
  lexical_weight: number
  former_weight: number
  report: JSONColumnType<object, string, string>
  tuned_by: string | null
  tuned_at: Timestamp
  undone_at: Timestamp | null
  undone_by: string | null
}

export interface CuratedAnswerTable {
  id: string
  workspace_id: string
  collection_id: string
  owner_id: string
  text_zh: string | null
  text_en: string | null
  sources: JSONColumnType<object[], string, string>
  confirmed_by: string
  confirmed_at: Timestamp
  expires_at: Timestamp | null
  created_at: Timestamp
}

export interface CuratedPhrasingTable {
  id: string
  answer_id: string
  workspace_id: string
  position: number
  text: string
  vector: Buffer | null
  encoder_id: string | null
}
