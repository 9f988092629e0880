import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { isComposing } from '../../app/is-composing'
import { SEARCH_FIELD_ID, searchPath } from './search-place'

/** Ctrl/⌘+Shift+F goes to the search, and on its page to the field. */
export function useSearchKey(): void {
  const [, navigate] = useLocation()
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const isMeant = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey && event.code === 'KeyF'
      if (!isMeant || event.defaultPrevented || isComposing(event)) return
      event.preventDefault()
      const field = document.getElementById(SEARCH_FIELD_ID)
      if (field instanceof HTMLInputElement) field.select()
      else navigate(searchPath({ query: '' }))
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [navigate])
}
