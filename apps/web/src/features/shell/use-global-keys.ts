import { useEffect } from 'react'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'

/** Whether a key press writes text rather than giving a command. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Ctrl/⌘+K, ?, and Esc for the panel. Parts of the page that take Esc first prevent its default. */
export function useGlobalKeys(): void {
  const { overlay, open } = useOverlay()
  const { panel, close } = usePanel()
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
      } else if (event.key === 'Escape' && panel && !overlay) {
        event.preventDefault()
        close()
      }
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [overlay, open, panel, close])
}
