import { useState } from 'react'

/**
 * Whether the read position went back while one looks: somebody marked messages as unread. Nothing is marked as read by
 * itself from then on, until the position goes forward again.
 */
export function useIsRewound(readNumber: number): boolean {
  const [held, setHeld] = useState({ readNumber, isRewound: false })
  if (held.readNumber === readNumber) return held.isRewound
  const isRewound = readNumber < held.readNumber
  setHeld({ readNumber, isRewound })
  return isRewound
}

/** What was unread when the list was opened, or was marked as unread while it is open: the line stays there. */
export function useUnreadRange(readNumber: number, newest: number): { readonly after: number; readonly upTo: number } {
  const [held, setHeld] = useState({ readNumber, range: { after: readNumber, upTo: newest } })
  if (held.readNumber === readNumber) return held.range
  const range = readNumber < held.readNumber ? { after: readNumber, upTo: newest } : held.range
  setHeld({ readNumber, range })
  return range
}
