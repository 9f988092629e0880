import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { deliverScheduled } from './deliver-scheduled'
import { findWaiting } from './find-scheduled'

/** Its time is now: from here on nobody changes it, and if this server ended here, the next start would send it. */
export async function sendScheduled(
  services: Services,
  actor: Actor,
  { scheduledMessageId: id }: CommandInput<'messages.sendScheduled'>,
): Promise<CommandAnswer<'messages.sendScheduled'>> {
  const { store } = services
  const row = await store.write(actor.workspaceId, [actor.userId], async ({ rows }) => {
    await findWaiting(rows, actor, id, store.now())
    return rows
      .updateTable('scheduled_messages')
      .set({ send_at: store.now(), failure: null })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
  })
  const delivery = await deliverScheduled(services, row)
  if ('failure' in delivery) throw new ParleyError(delivery.failure, { channelId: row.channel_id })
  return { message: delivery.message }
}
