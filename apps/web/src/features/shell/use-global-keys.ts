import { useEffect } from 'react'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useNextUnread } from './use-next-unread'

/** Whether a key press writes text rather than giving a command. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Ctrl/⌘+K, ?, N and Alt+Shift+↓ for the next unread channel, and Esc for the panel. Parts of the page that take Esc first prevent its default. */
export function useGlobalKeys(): void {
  const { overlay, open } = useOverlay()
  const { panel, close } = usePanel()
  const goToUnread = useNextUnread()
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (isCommand && event.code === 'KeyK') {
        event.preventDefault()
        open({ kind: 'palette' })
      } else if (event.key === '?' && !isWriting(event.target) && !overlay) {
        event.preventDefault()
        open({ kind: 'keys' })
      } else if (isForUnread(event) && !overlay) {
        event.preventDefault()
        goToUnread()
      } else if (event.key === 'Escape' && panel && !overlay) {
        event.preventDefault()
        close()
      }
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [overlay, open, panel, close, goToUnread])
}

/** The second one also works while writing. */
function isForUnread(event: KeyboardEvent): boolean {
  const isCommand = event.ctrlKey || event.metaKey
  if (event.altKey && event.shiftKey && !isCommand) return event.code === 'ArrowDown'
  const isPlain = !isCommand && !event.altKey && !event.shiftKey
  return isPlain && event.code === 'KeyN' && !isWriting(event.target)
}
