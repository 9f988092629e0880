import {
  commands,
  type ErrorCode,
  errorTable,
  type Message,
  ParleyError,
  type ScheduledMessageId,
} from '@parley/protocol'
import { isKeptOut } from '../../policies/people-policy'
import { readActor } from '../../queries/read-actor'
import type { Services } from '../../services'
import { asScheduled, type ScheduledRow } from '../../store/scheduled-messages'
import { sendMessage } from '../messages/send-message'

type Delivery = { readonly message: Message | null } | { readonly failure: ErrorCode }

/**
 * Sends a scheduled message by the door that everybody sends by, then notes that it was sent. Killed in between, it is
 * sent again under the same client id, which the database knows: it is there once.
 *
 * @throws what passes by itself (the database is away, say): the message waits on.
 */
export async function deliverScheduled(services: Services, row: ScheduledRow): Promise<Delivery> {
  const delivery = await send(services, row)
  await note(services, row, delivery)
  return delivery
}

async function send(services: Services, row: ScheduledRow): Promise<Delivery> {
  const { store } = services
  // Whoever may not sign in does not speak either, by what they left behind.
  if (await isKeptOut(store.rows, row.author_id, store.now())) return { failure: 'account_suspended' }
  const author = await readActor(store.rows, row.workspace_id, row.author_id)
  const input = commands['messages.send'].body.parse({
    channelId: row.channel_id,
    threadId: row.thread_id,
    isAlsoInChannel: row.is_also_in_channel,
    text: row.text,
    clientMessageId: `scheduled-${row.id}`,
  })
  try {
    return await sendMessage(services, author, input)
  } catch (error) {
    if (!(error instanceof ParleyError) || isPassing(error.code)) throw error
    return error.code === 'client_message_id_reused' ? { message: null } : { failure: error.code }
  }
}

/** What the author cannot do anything about goes away by itself. */
const isPassing = (code: ErrorCode): boolean => errorTable[code].status >= 500 || code === 'rate_limited'

async function note({ store }: Services, row: ScheduledRow, delivery: Delivery): Promise<void> {
  await store.write(row.workspace_id, [row.author_id], async ({ rows, append }) => {
    if ('failure' in delivery) {
      const failed = await rows
        .updateTable('scheduled_messages')
        .set({ failure: delivery.failure })
        .where('id', '=', row.id)
        .returningAll()
        .executeTakeFirst()
      if (failed) append(row.author_id, { type: 'scheduled-message-saved', scheduled: asScheduled(failed) })
      return
    }
    const { numDeletedRows } = await rows.deleteFrom('scheduled_messages').where('id', '=', row.id).executeTakeFirst()
    const scheduledMessageId = row.id as ScheduledMessageId
    if (numDeletedRows > 0n) append(row.author_id, { type: 'scheduled-message-removed', scheduledMessageId })
  })
}
