import type { Poll } from '@parley/protocol'
import { exactTime } from '../../app/time'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'

/** How many voted, and by which rules. */
export function PollFacts({ poll, votes, isClosed }: { poll: Poll; votes: number; isClosed: boolean }) {
  const text = useText()
  const reader = useReader()
  const facts = [
    text('web.poll.votes', { count: votes }),
    text(poll.isMultiple ? 'web.poll.several' : 'web.poll.one'),
    text(poll.isAnonymous ? 'web.poll.secret' : 'web.poll.named'),
    ...(isClosed ? [text('web.poll.closed')] : []),
    ...(!isClosed && poll.closesAt ? [text('web.poll.until', { time: exactTime(poll.closesAt, reader) })] : []),
  ]
  return <span>{facts.join(' · ')}</span>
}
