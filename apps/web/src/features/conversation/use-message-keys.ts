import { type RefObject, useEffect, useState } from 'react'
import { isWriting } from '../../app/is-writing'
import { useOverlay } from '../../app/use-overlay'
import type { Row } from './build-rows'
import { focusComposer, useConversation } from './conversation-state'

const isTarget = (row: Row | undefined) => row?.kind === 'message' || row?.kind === 'outgoing'

/**
 * J and K (and the arrows, on a message) walk through the messages, C goes to the composer,
 * G to another day.
 * Answers the key of the row that Tab reaches.
 */
export function useMessageKeys(
  rows: readonly Row[],
  scroller: RefObject<HTMLDivElement | null>,
  scrollToIndex: (index: number) => void,
): string | undefined {
  const { overlay, open } = useOverlay()
  const { channelId, threadId } = useConversation()
  const [focusedKey, setFocusedKey] = useState<string>()
  const current = rows.some((row) => row.key === focusedKey) ? focusedKey : rows.findLast(isTarget)?.key
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (overlay || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isWriting(event.target) || !isMeant(event.target, scroller.current)) return
      const step = stepOf(event, scroller.current)
      if (step) {
        event.preventDefault()
        const next = findTarget(rows, rowKeyOf(event.target), step)
        if (!next) return
        setFocusedKey(next.key)
        scrollToIndex(next.index)
        focusRow(scroller.current, next.key)
      } else if (event.code === 'KeyC' && !event.shiftKey) {
        event.preventDefault()
        focusComposer(threadId)
      } else if (event.code === 'KeyG' && !event.shiftKey && threadId === null) {
        event.preventDefault()
        open({ kind: 'jump', channelId })
      }
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [rows, scroller, scrollToIndex, overlay, open, channelId, threadId])
  return current
}

/** Keys are for the list that has the focus; from outside of both, for the thread, which was opened later. */
function isMeant(target: EventTarget | null, scroller: HTMLElement | null): boolean {
  const focused = target instanceof Element ? target.closest('[data-conversation]') : null
  const last = [...document.querySelectorAll('[data-conversation]')].at(-1)
  return scroller?.closest('[data-conversation]') === (focused ?? last)
}

function stepOf(event: KeyboardEvent, scroller: HTMLElement | null): 1 | -1 | 0 {
  if (event.code === 'KeyJ') return 1
  if (event.code === 'KeyK') return -1
  const isOnMessage = event.target instanceof HTMLElement && event.target.matches('article') && scroller
  if (!isOnMessage || !scroller.contains(event.target as Node)) return 0
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
}

const rowKeyOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('article[data-key]')?.dataset.key : undefined

/** The next message in a direction; from outside of the list, the newest. */
function findTarget(
  rows: readonly Row[],
  fromKey: string | undefined,
  step: 1 | -1,
): { index: number; key: string } | undefined {
  const from = rows.findIndex((row) => row.key === fromKey)
  const start = from === -1 ? rows.length - 1 : from + step
  for (let index = start; index >= 0 && index < rows.length; index += from === -1 ? -1 : step) {
    const row = rows[index]
    if (row && isTarget(row)) return { index, key: row.key }
  }
  return undefined
}

/** The row may be rendered only after the scrolling. */
export function focusRow(scroller: HTMLElement | null, key: string, framesLeft = 5): void {
  const article = scroller?.querySelector<HTMLElement>(`article[data-key="${CSS.escape(key)}"]`)
  if (article) article.focus({ preventScroll: true })
  else if (framesLeft > 0) requestAnimationFrame(() => focusRow(scroller, key, framesLeft - 1))
}
