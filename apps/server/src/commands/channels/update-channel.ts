import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { asChannel } from '../../store/rows'
import { refuseDuplicate } from '../../store/unique'

/** Members rename a channel, and say what it is about and what it is for; direct channels have none of these. */
export async function updateChannel(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'channels.update'>,
): Promise<CommandAnswer<'channels.update'>> {
  return refuseDuplicate(
    'channels_name',
    () => new ParleyError('channel_name_taken', { name: input.name }),
    () =>
      store.write(actor.workspaceId, [input.channelId], async ({ rows, append }) => {
        const before = await requireMembership(rows, actor, input.channelId)
        if (before.kind === 'direct' || actor.role === 'guest') {
          throw new ParleyError('forbidden', { action: 'update_channel' })
        }
        const row = await rows
          .updateTable('channels')
          .set({
            name: input.name?.trim() ?? before.name,
            topic: input.topic ?? before.topic,
            purpose: input.purpose ?? before.purpose,
          })
          .where('id', '=', input.channelId)
          .returningAll()
          .executeTakeFirstOrThrow()
        const channel = asChannel(row)
        append(input.channelId, { type: 'channel-updated', channel })
        return { channel }
      }),
  )
}
