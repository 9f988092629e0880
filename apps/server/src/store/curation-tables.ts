import type { ColumnType, JSONColumnType } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>

/** The tables of answers that people curate; see `migrations/0024-curated-answers.sql`. */
export interface CurationTables {
  curated_answers: CuratedAnswerTable
  curated_phrasings: CuratedPhrasingTable
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
