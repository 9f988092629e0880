import type { KeyboardEvent } from 'react'
import { isComposing } from '../../app/is-composing'

/** ↓ and ↑ go from the field through what was found and back. */
export function stepThrough(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isComposing(event))
  if (step === undefined || !isPlain) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')]
  const at = document.activeElement instanceof HTMLElement ? stops.indexOf(document.activeElement) : -1
  const next = stops[at + step]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}
