import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { countVotes, type PollDefinition, readChoices } from '../../store/polls'
import { type Changing, changeMessage, refuseArchived } from '../messages/change-message'
import { requirePoll } from './require-poll'

/** Members vote once each, and may think again until the poll is closed. The same vote again is no event. */
export function voteInPoll(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'polls.vote'>,
): Promise<CommandAnswer<'polls.vote'>> {
  return changeMessage(store, actor, input.messageId, async (changing) => {
    const poll = requirePoll(changing.before)
    refuseArchived(changing.channel)
    refuseClosed(poll, store.now())
    refuseImpossible(poll, input.options)
    const options = input.options.toSorted((one, other) => one - other)
    const before = await readChoices(changing.rows, input.messageId, actor.userId)
    if (options.join() === before.join()) return
    await replaceVote(changing, actor, options, store.now())
    await announceVote(changing, actor, poll, options)
  })
}

function refuseClosed({ closesAt, closedAt }: PollDefinition, now: Date): void {
  const isClosed = closedAt !== null || (closesAt !== null && Date.parse(closesAt) <= now.getTime())
  if (isClosed) throw new ParleyError('poll_closed')
}

function refuseImpossible({ options, isMultiple }: PollDefinition, chosen: readonly number[]): void {
  const arePossible = chosen.every((option) => option < options.length) && (isMultiple || chosen.length <= 1)
  if (!arePossible) throw new ParleyError('invalid_request', { field: 'options', issues: [] })
}

async function replaceVote({ rows, before }: Changing, actor: Actor, options: readonly number[], votedAt: Date) {
  const about = { message_id: before.id, user_id: actor.userId }
  await rows.deleteFrom('poll_votes').where('message_id', '=', before.id).where('user_id', '=', actor.userId).execute()
  if (options.length === 0) return
  const votes = options.map((option) => ({ ...about, option, workspace_id: actor.workspaceId, voted_at: votedAt }))
  await rows.insertInto('poll_votes').values(votes).execute()
}

/** Of an anonymous poll the counts alone are told: neither the event nor its row knows who voted. */
async function announceVote(
  { rows, append, channel }: Changing,
  actor: Actor,
  poll: PollDefinition,
  options: number[],
) {
  const messageId = poll.messageId
  if (!poll.isAnonymous) append(channel.id, { type: 'poll-voted', messageId, userId: actor.userId, options })
  else append(channel.id, { type: 'poll-counted', messageId, counts: await countVotes(rows, poll) })
}
