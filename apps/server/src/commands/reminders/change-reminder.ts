import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireAhead } from '../../policies/planned-limits'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import type { ReminderRow } from '../../store/reminders'
import type { Write } from '../../store/write'
import { announceReminder, reminderStreams, removeReminder } from './announce-reminder'

/** Puts it off. One that repeats goes on from there. */
export async function snoozeReminder(
  services: Services,
  actor: Actor,
  input: CommandInput<'reminders.snooze'>,
): Promise<CommandAnswer<'reminders.snooze'>> {
  const dueAt = requireAhead(input.dueAt, services.store.now())
  return change(services, actor, input.reminderId, async (write, row) => {
    await write.rows.updateTable('reminders').set({ due_at: dueAt, is_due: false }).where('id', '=', row.id).execute()
    return { reminder: await announceReminder(write, row.id) }
  })
}

export async function finishReminder(
  services: Services,
  actor: Actor,
  { reminderId }: CommandInput<'reminders.finish'>,
): Promise<CommandAnswer<'reminders.finish'>> {
  return change(services, actor, reminderId, async (write, row) => {
    await removeReminder(write, row)
    return {}
  })
}

/** By who made it or who is reminded. */
async function change<Result>(
  { store }: Services,
  actor: Actor,
  id: string,
  work: (write: Write, row: ReminderRow) => Promise<Result>,
): Promise<Result> {
  const found = await findReminder(store.rows, actor, id)
  return store.write(actor.workspaceId, reminderStreams(found), async (write) =>
    work(write, await findReminder(write.rows, actor, id)),
  )
}

async function findReminder(rows: Database, { userId }: Actor, id: string): Promise<ReminderRow> {
  const row = await rows
    .selectFrom('reminders')
    .selectAll()
    .where('id', '=', id)
    .where((where) => where.or([where('creator_id', '=', userId), where('user_id', '=', userId)]))
    .executeTakeFirst()
  if (!row) throw new ParleyError('not_found', { kind: 'reminder', id })
  return row
}
