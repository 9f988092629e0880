import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireModerator } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { asChannel } from '../../store/rows'

/** Moderators choose what a channel leaves to its members. */
export function setChannelRules(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'channels.setRules'>,
): Promise<CommandAnswer<'channels.setRules'>> {
  return store.write(actor.workspaceId, [input.channelId], async ({ rows, append }) => {
    const before = await requireModerator(rows, actor, input.channelId, 'set_channel_rules')
    const row = await rows
      .updateTable('channels')
      .set({
        who_may_post: input.post ?? before.who_may_post,
        who_may_call_everybody: input.callEverybody ?? before.who_may_call_everybody,
        who_may_pin: input.pin ?? before.who_may_pin,
        who_may_invite: input.invite ?? before.who_may_invite,
        suggests_answers: input.suggestsAnswers ?? before.suggests_answers,
      })
      .where('id', '=', input.channelId)
      .returningAll()
      .executeTakeFirstOrThrow()
    const channel = asChannel(row)
    append(input.channelId, { type: 'channel-updated', channel })
    return { channel }
  })
}
