import type { Event, Poll, PollOption, UserId } from '@parley/protocol'

type PollChange = Extract<Event, { type: 'poll-voted' | 'poll-counted' | 'poll-closed' }>

/** Each event says what is so from then on: applied twice, it changes nothing. */
export function pollAfterChange(poll: Poll, change: PollChange): Poll {
  switch (change.type) {
    case 'poll-closed':
      return { ...poll, closedAt: change.closedAt }
    case 'poll-counted':
      return { ...poll, options: poll.options.map((option, at) => ({ ...option, count: change.counts[at] ?? 0 })) }
    case 'poll-voted': {
      const chosen = new Set(change.options)
      return { ...poll, options: poll.options.map((option, at) => withVote(option, change.userId, chosen.has(at))) }
    }
  }
}

/** Voters are ordered by id, as the server reads them. */
function withVote(option: PollOption, userId: UserId, isChosen: boolean): PollOption {
  const others = option.voterIds.filter((id) => id !== userId)
  const voterIds = isChosen ? [...others, userId].sort() : others
  return { ...option, voterIds, count: voterIds.length }
}
