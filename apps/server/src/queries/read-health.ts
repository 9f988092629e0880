import type { QueryAnswer } from '@parley/protocol'
import type { Services } from '../services'
import { databaseAnswers } from '../store/database-answers'

const PATIENCE_MS = 2_000

/** Answers also when the database does not. */
export async function readHealth({ store, assistant, version }: Services): Promise<QueryAnswer<'health'>> {
  const database = (await databaseAnswers(store.rows, PATIENCE_MS)) ? 'ok' : 'unavailable'
  const encoder = assistant.encoderStatus()
  return { status: database === 'ok' && encoder === 'ok' ? 'ok' : 'degraded', version, database, encoder }
}
