import { useEffect } from 'react'
import { isComposing } from '../../app/is-composing'
import { isWriting } from '../../app/is-writing'
import { useOverlay } from '../../app/use-overlay'

const PLACE = '[data-unread-place]'

/** J and K go from place to place, R marks the one that has the focus as read and goes on to the next. */
export function usePlaceKeys(markRead: (key: string) => void): void {
  const { overlay } = useOverlay()
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (overlay || !isPlain(event)) return
      const places = [...document.querySelectorAll<HTMLElement>(PLACE)]
      const at = places.findIndex((place) => place.contains(document.activeElement))
      if (event.code === 'KeyJ') focusOn(places[at + 1])
      else if (event.code === 'KeyK') focusOn(places[Math.max(0, at - 1)])
      else if (event.code === 'KeyR' && at >= 0) {
        markRead(places[at]?.dataset.unreadPlace ?? '')
        focusOn(places[at + 1] ?? places[at - 1])
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [overlay, markRead])
}

function isPlain(event: KeyboardEvent): boolean {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
  return !hasModifier && !event.defaultPrevented && !isComposing(event) && !isWriting(event.target)
}

function focusOn(place: HTMLElement | undefined): void {
  place?.focus({ preventScroll: true })
  place?.scrollIntoView({ block: 'start' })
}
