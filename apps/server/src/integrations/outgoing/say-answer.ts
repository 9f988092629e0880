import { resolveMentions } from '../../commands/messages/resolve-mentions'
import { readActor } from '../../queries/read-actor'
import type { Services } from '../../services'
import { readReply } from '../incoming/answer-by-address'
import { readSlackBody } from '../incoming/read-slack-body'
import type { DeliveryRow, HookRow } from './delivery-queue'

/**
 * A receiver may answer with a message, as at Slack: its bot says it in the channel. A delivery that is repeated after
 * a crash says it once, by its id. What is no message is no answer.
 */
export async function sayAnswer(services: Services, hook: HookRow, delivery: DeliveryRow, body: string): Promise<void> {
  if (!body.trimStart().startsWith('{') || delivery.event_type === 'test') return
  try {
    const reply = await readReply(services, hook, readSlackBody(Buffer.from(body)))
    if (!reply) return
    const bot = await readActor(services.store.rows, hook.workspace_id, hook.bot_id)
    await services.store.messages.store({
      workspaceId: hook.workspace_id,
      channelId: hook.channel_id,
      authorId: hook.bot_id,
      clientMessageId: `delivery-${delivery.id}`,
      threadId: null,
      text: reply.text,
      mentions: await resolveMentions(services, bot, hook.channel_id, reply.text),
      card: null,
    })
  } catch {
    // The delivery arrived; an answer that cannot be said (not Slack's form, a bot that was taken out) undoes nothing.
  }
}
