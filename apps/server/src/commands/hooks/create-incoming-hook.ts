import type { CommandAnswer, CommandInput } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import { createSecret } from '../../access-tokens'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { recordAudit } from '../../store/audit-log'
import { asIncomingHook } from '../../store/integration-rows'
import { employBot, streamsOfEmployment } from '../bots/employ-bot'

export const createHookSecret = () => createSecret('prl_hook_')
export const pathOf = (secret: string): string => `/api/hooks/${secret}`

export function createIncomingHook(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'incomingHooks.create'>,
): Promise<CommandAnswer<'incomingHooks.create'>> {
  const { secret, hash, hint } = createHookSecret()
  return store.write(actor.workspaceId, streamsOfEmployment(actor, input), async (write) => {
    const botId = await employBot(write, actor, input)
    const row = await write.rows
      .insertInto('incoming_hooks')
      .values({
        id: uuidv7(),
        workspace_id: actor.workspaceId,
        name: input.name.trim(),
        channel_id: input.channelId,
        bot_id: botId,
        secret_hash: hash,
        hint,
        created_by: actor.userId,
        created_at: store.now(),
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    const audited = { kind: 'incoming-hook-created' as const, subject: { id: row.id, name: row.name } }
    await recordAudit(write.rows, actor, store.now(), audited)
    return { incomingHook: asIncomingHook(row), path: pathOf(secret) }
  })
}
