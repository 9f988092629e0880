import type { KeyboardEvent } from 'react'
import { type MessageRuns, runOfKey } from './message-action-table'

/** Keys on the message itself, not on what stands in it. Esc leads away from it. */
export function handleMessageKey(event: KeyboardEvent<HTMLElement>, runs: MessageRuns, leave: () => void): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
  const run = event.code === 'Escape' ? leave : runOfKey(event.code, runs)
  if (!run) return
  event.preventDefault()
  run()
}
