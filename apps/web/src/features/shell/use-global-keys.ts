import { useEffect } from 'react'
import { isComposing } from '../../app/is-composing'
import { isWriting } from '../../app/is-writing'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useThreadPlace } from '../threads/use-thread-place'

/** Ctrl/⌘+K, ?, and Esc for what stands beside the page. Parts of the page that take Esc first prevent its default. */
export function useGlobalKeys(): void {
  const { overlay, open } = useOverlay()
  const { panel, close } = usePanel()
  const { thread, close: closeThread } = useThreadPlace()
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (isCommand && event.code === 'KeyK') {
        event.preventDefault()
        open({ kind: 'palette' })
      } else if (event.key === '?' && !isWriting(event.target) && !overlay) {
        event.preventDefault()
        open({ kind: 'keys' })
      } else if (event.key === 'Escape' && (panel || thread) && !overlay) {
        event.preventDefault()
        if (panel) close()
        else closeThread()
      }
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [overlay, open, panel, close, thread, closeThread])
}
