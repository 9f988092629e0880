import type { KeyboardEvent } from 'react'
import { focusComposer } from './conversation-state'
import { type MessageRuns, runOfKey } from './message-action-table'

/** Keys on the message itself, not on what stands in it. Esc leads back to the composer. */
export function handleMessageKey(event: KeyboardEvent<HTMLElement>, runs: MessageRuns): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
  const run = event.code === 'Escape' ? focusComposer : runOfKey(event.code, runs)
  if (!run) return
  event.preventDefault()
  run()
}
