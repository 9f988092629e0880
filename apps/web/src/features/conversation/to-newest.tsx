import { ArrowDown } from 'lucide-react'
import { useText } from '../../app/use-text'
import type { Feed } from './feed'

export function ToNewest({ feed, onClick }: { feed: Feed; onClick: () => void }) {
  const text = useText()
  const unread = feed.newest - feed.readNumber
  return (
    <button type="button" className="to-newest" onClick={onClick}>
      <ArrowDown size={14} aria-hidden="true" />
      {unread > 0 ? text('web.conversation.unread', { count: unread }) : text('web.conversation.toNewest')}
    </button>
  )
}
