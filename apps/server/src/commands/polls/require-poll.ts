import { ParleyError } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { type PollDefinition, pollOf } from '../../store/polls'
import type { MessageTable } from '../../store/schema'

export function requirePoll(message: Selectable<MessageTable>): PollDefinition {
  const poll = pollOf(message)
  if (!poll) throw new ParleyError('not_found', { kind: 'poll', id: message.id })
  return poll
}
