import type { QueryAnswer } from '@parley/protocol'
import { sql } from 'kysely'
import type { Services } from '../services'

const PATIENCE_MS = 2_000

/** Answers also when the database does not. */
export async function readHealth({ store, assistant, version }: Services): Promise<QueryAnswer<'health'>> {
  const database = (await answersInTime(sql`select 1`.execute(store.rows))) ? 'ok' : 'unavailable'
  const encoder = assistant.encoderStatus()
  return { status: database === 'ok' && encoder === 'ok' ? 'ok' : 'degraded', version, database, encoder }
}

async function answersInTime(answer: Promise<unknown>): Promise<boolean> {
  let patience: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    patience = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const inTime = answer.then(
    () => true,
    () => false,
  )
  return Promise.race([inTime, tooLate]).finally(() => clearTimeout(patience))
}
