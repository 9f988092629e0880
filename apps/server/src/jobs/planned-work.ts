import { sql } from 'kysely'
import { deliverReminder } from '../commands/reminders/deliver-reminder'
import { deliverScheduled } from '../commands/scheduled/deliver-scheduled'
import type { Services } from '../services'
import type { DueWork } from './due-worker'

const BATCH = 100

type Piece = () => Promise<unknown>

/** Scheduled messages and reminders whose time has come. */
export function createPlannedWork(services: Services): DueWork {
  return {
    isNews: ({ type }) => type === 'scheduled-message-saved' || type === 'reminder-saved',
    readNext: () => readNext(services),
    doDue: async () => {
      while ((await doEach([...(await readDueMessages(services)), ...(await readDueReminders(services))])) > 0);
    },
  }
}

async function readNext({ store }: Services): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select least(
      (select min(send_at) from scheduled_messages where failure is null),
      (select min(due_at) from reminders where not is_due)) as at`.execute(store.rows)
  return rows[0]?.at ?? null
}

async function readDueMessages(services: Services): Promise<Piece[]> {
  const { store } = services
  const due = await store.rows
    .selectFrom('scheduled_messages')
    .selectAll()
    .where('failure', 'is', null)
    .where('send_at', '<=', store.now())
    .orderBy('send_at')
    .orderBy('id')
    .limit(BATCH)
    .execute()
  return due.map((row) => () => deliverScheduled(services, row))
}

async function readDueReminders(services: Services): Promise<Piece[]> {
  const { store } = services
  const due = await store.rows
    .selectFrom('reminders')
    .selectAll()
    .where('is_due', '=', false)
    .where('due_at', '<=', store.now())
    .orderBy('due_at')
    .orderBy('id')
    .limit(BATCH)
    .execute()
  return due.map((row) => () => deliverReminder(services, row))
}

/** One that fails does not keep the others waiting; it is tried again after a pause. Answers how many there were. */
async function doEach(pieces: readonly Piece[]): Promise<number> {
  const failures: unknown[] = []
  for (const work of pieces) await work().catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
  return pieces.length
}
