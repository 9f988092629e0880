import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireAhead } from '../../policies/planned-limits'
import type { Services } from '../../services'
import { storeText } from '../../store/content'
import { asScheduled } from '../../store/scheduled-messages'
import { findWaiting } from './find-scheduled'

/** Other words or another time. One that could not be sent waits again, so it needs a time to come. */
export async function updateScheduled(
  { store }: Services,
  actor: Actor,
  { scheduledMessageId: id, text, sendAt }: CommandInput<'messages.updateScheduled'>,
): Promise<CommandAnswer<'messages.updateScheduled'>> {
  return store.write(actor.workspaceId, [actor.userId], async ({ rows, append }) => {
    const before = await findWaiting(rows, actor, id, store.now())
    const time = requireAhead(sendAt ?? before.send_at.toISOString(), store.now())
    const row = await rows
      .updateTable('scheduled_messages')
      .set({
        text: text === undefined ? before.text : storeText(text),
        send_at: time,
        time_zone: sendAt === undefined ? before.time_zone : actor.timeZone,
        failure: null,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const scheduled = asScheduled(row)
    append(actor.userId, { type: 'scheduled-message-saved', scheduled })
    return { scheduled }
  })
}
