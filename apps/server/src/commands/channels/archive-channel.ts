import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMayArchive } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { asChannel } from '../../store/rows'

/** Closes a channel for writing, or opens it again. Nothing said in it is lost. */
export async function archiveChannel(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'channels.archive'>,
): Promise<CommandAnswer<'channels.archive'>> {
  return store.write(actor.workspaceId, [input.channelId], async ({ rows, append }) => {
    const before = await requireMayArchive(rows, actor, input.channelId)
    if ((before.archived_at !== null) === input.isArchived) return { channel: asChannel(before) }
    const row = await rows
      .updateTable('channels')
      .set({ archived_at: input.isArchived ? store.now() : null })
      .where('id', '=', input.channelId)
      .returningAll()
      .executeTakeFirstOrThrow()
    const channel = asChannel(row)
    append(input.channelId, { type: 'channel-updated', channel })
    return { channel }
  })
}
