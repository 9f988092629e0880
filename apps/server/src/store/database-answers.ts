import { sql } from 'kysely'
import type { Database } from './database'

/** Whether the database answers anything at all within a time. */
export async function databaseAnswers(database: Database, patienceMs: number): Promise<boolean> {
  let patience: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    patience = setTimeout(() => resolve(false), patienceMs)
  })
  const inTime = sql`select 1`.execute(database).then(
    () => true,
    () => false,
  )
  return Promise.race([inTime, tooLate]).finally(() => clearTimeout(patience))
}
