import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { isModerator } from '../../policies/moderators'
import type { Services } from '../../services'
import { storePoll } from '../../store/polls'
import { changeMessage, refuseArchived } from '../messages/change-message'
import { requirePoll } from './require-poll'

/** Whoever asked ends the asking, and moderators. What is closed already stays as it is. */
export function closePoll(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'polls.close'>,
): Promise<CommandAnswer<'polls.close'>> {
  return changeMessage(store, actor, input.messageId, async ({ rows, append, channel, before }) => {
    const poll = requirePoll(before)
    const isAllowed = before.author_id === actor.userId || (await isModerator(rows, actor, channel.id))
    if (!isAllowed) throw new ParleyError('forbidden', { action: 'close_poll' })
    refuseArchived(channel)
    if (poll.closedAt) return
    const closedAt = store.now().toISOString()
    await storePoll(rows, { ...poll, closedAt })
    append(channel.id, { type: 'poll-closed', messageId: poll.messageId, closedAt })
  })
}
