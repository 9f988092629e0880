import type { Event } from '@parley/protocol'
import type { Database } from '../../store/database'
import { readEvents } from '../../store/read-events'
import type { DeliveryRow, HookRow } from './delivery-queue'

/** What is posted for a delivery; null when the event can no longer be read. */
export async function describeEvent(rows: Database, hook: HookRow, delivery: DeliveryRow): Promise<string | null> {
  const about = { id: delivery.id, type: delivery.event_type, hook: { id: hook.id, name: hook.name } }
  const channel = await rows
    .selectFrom('channels')
    .select(['id', 'name'])
    .where('id', '=', hook.channel_id)
    .executeTakeFirstOrThrow()
  if (delivery.event_type === 'test') return JSON.stringify({ ...about, at: delivery.created_at, channel })
  const [event] = await readEvents(rows, hook.channel_id, delivery.seq - 1, 1)
  if (!event) return null
  return JSON.stringify({ ...about, at: event.at, channel, person: await readPerson(rows, event), event })
}

/** Who did it, by name: receivers should not have to ask. */
async function readPerson(rows: Database, event: Event) {
  const id = personIn(event)
  if (!id) return null
  const person = await rows.selectFrom('users').select(['id', 'name', 'kind']).where('id', '=', id).executeTakeFirst()
  return person ?? null
}

function personIn(event: Event): string | null {
  switch (event.type) {
    case 'message-created':
      return event.message.authorId
    case 'message-reacted':
    case 'member-added':
    case 'member-removed':
      return event.userId
    case 'task-saved':
      return event.task.createdBy
    default:
      return null
  }
}
