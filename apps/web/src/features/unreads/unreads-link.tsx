import { Inbox } from 'lucide-react'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { isComposing } from '../../app/is-composing'
import { useText } from '../../app/use-text'
import { SidebarLink } from '../shell/sidebar-link'
import { useUnreadPlaces } from './use-unread-places'

const UNREADS_PATH = '/unreads'

/** The way to all that is unread, also by Ctrl/⌘+Shift+A. */
export default function UnreadsLink() {
  const text = useText()
  const count = useUnreadPlaces().length
  useUnreadsKey()
  return (
    <SidebarLink
      href={UNREADS_PATH}
      icon={<Inbox size={16} />}
      label={text('web.unreads.title')}
      isUnread={count > 0}
      note={count > 0 ? String(count) : ''}
      noteLabel={count > 0 ? text('web.unreads.places', { count }) : ''}
    />
  )
}

function useUnreadsKey(): void {
  const [, navigate] = useLocation()
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const isMeant = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey && event.code === 'KeyA'
      if (!isMeant || event.defaultPrevented || isComposing(event)) return
      event.preventDefault()
      navigate(UNREADS_PATH)
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [navigate])
}
