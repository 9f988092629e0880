import type { ChannelView } from '@parley/client'
import { ArrowDown } from 'lucide-react'
import { useText } from '../../app/use-text'

export function ToNewest({ view, onClick }: { view: ChannelView; onClick: () => void }) {
  const text = useText()
  const unread = view.lastMessageNumber - view.readNumber
  return (
    <button type="button" className="to-newest" onClick={onClick}>
      <ArrowDown size={14} aria-hidden="true" />
      {unread > 0 ? text('web.conversation.unread', { count: unread }) : text('web.conversation.toNewest')}
    </button>
  )
}
