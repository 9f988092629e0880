import { useEffect } from 'react'
import { isComposing } from '../../app/is-composing'
import { isWriting } from '../../app/is-writing'
import { useOverlay } from '../../app/use-overlay'
import { useNextUnread } from './use-next-unread'

/** N, and Alt+Shift+↓ also while writing: the next unread channel. */
export function useUnreadKeys(): void {
  const { overlay } = useOverlay()
  const goToUnread = useNextUnread()
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (overlay || event.defaultPrevented || isComposing(event) || !isForUnread(event)) return
      event.preventDefault()
      goToUnread()
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [overlay, goToUnread])
}

function isForUnread(event: KeyboardEvent): boolean {
  const isCommand = event.ctrlKey || event.metaKey
  if (event.altKey && event.shiftKey && !isCommand) return event.code === 'ArrowDown'
  return !isCommand && !event.altKey && !event.shiftKey && event.code === 'KeyN' && !isWriting(event.target)
}
