import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Row } from './build-rows'
import { focusRow } from './use-message-keys'

/**
 * A message that was on its way and has arrived is drawn anew under its old key, and so may be any row that was out of
 * sight: the focus that was on it is on it again before anybody sees the difference.
 */
export function useHeldFocus(rows: readonly Row[], scroller: RefObject<HTMLDivElement | null>): void {
  const heldKey = useRef<string>(undefined)
  useEffect(() => {
    const cancel = new AbortController()
    const { signal } = cancel
    const hold = ({ target }: FocusEvent) => {
      heldKey.current = target instanceof HTMLElement && target.matches('article') ? target.dataset.key : undefined
    }
    // A row that goes loses the focus to nothing; whoever takes it away leads it elsewhere, or presses beside.
    const release = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) heldKey.current = undefined
    }
    const drop = () => {
      heldKey.current = undefined
    }
    scroller.current?.addEventListener('focusin', hold, { signal })
    scroller.current?.addEventListener('focusout', release, { signal })
    window.addEventListener('pointerdown', drop, { signal, capture: true })
    return () => cancel.abort()
  }, [scroller])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the rows are others
  useLayoutEffect(() => {
    const isLost = heldKey.current !== undefined && document.activeElement === document.body
    if (isLost) focusRow(scroller.current, heldKey.current ?? '', 0)
  }, [rows, scroller])
}
