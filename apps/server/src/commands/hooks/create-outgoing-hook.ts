import type { CommandAnswer, CommandInput } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { createSigningSecret } from '../../signing-secret'
import { recordAudit } from '../../store/audit-log'
import { asOutgoingHook } from '../../store/integration-rows'
import { employBot, streamsOfEmployment } from '../bots/employ-bot'
import { requireCallable } from './require-callable'

/** It tells of what happens from now on: its cursor stands where the channel's stream stands. */
export async function createOutgoingHook(
  services: Services,
  actor: Actor,
  input: CommandInput<'outgoingHooks.create'>,
): Promise<CommandAnswer<'outgoingHooks.create'>> {
  const { store, hooks, secrets } = services
  await requireCallable(services, input.url)
  const secret = createSigningSecret()
  const id = uuidv7()
  const made = await store.write(actor.workspaceId, streamsOfEmployment(actor, input), async (write) => {
    const botId = await employBot(write, actor, input)
    const row = await write.rows
      .insertInto('outgoing_hooks')
      .values({
        id,
        workspace_id: actor.workspaceId,
        name: input.name.trim(),
        url: input.url,
        channel_id: input.channelId,
        bot_id: botId,
        event_types: [...new Set(input.eventTypes)],
        trigger_words: input.triggerWords.map((word) => word.trim()),
        secret: secrets.seal(secret, { table: 'outgoing_hooks', id }),
        cursor_seq: write.lastSeq(input.channelId),
        created_by: actor.userId,
        created_at: store.now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const audited = { kind: 'outgoing-hook-created' as const, subject: { id: row.id, name: row.name } }
    await recordAudit(write.rows, actor, store.now(), audited)
    return { outgoingHook: asOutgoingHook(row, 0), secret }
  })
  hooks.wake()
  return made
}
