import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Pixels from the end within which one counts as reading the newest. */
export const NEAR_END = 80

export interface EndWatch {
  readonly isAtEnd: boolean
  /** To be called whenever the list scrolls. */
  onScroll(): void
  /** Stops holding the end in sight, before scrolling elsewhere. */
  leave(): void
}

/** Whether the newest is in sight; and it stays there when rows grow or the list is made narrower or lower. */
export function useIsAtEnd(scroller: RefObject<HTMLDivElement | null>, totalSize: number): EndWatch {
  const [isAtEnd, setIsAtEnd] = useState(true)
  const wasAtEnd = useRef(true)
  const measure = useCallback(() => {
    const element = scroller.current
    if (!element) return
    wasAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_END
    setIsAtEnd(wasAtEnd.current)
  }, [scroller])
  const stay = useCallback(() => {
    const element = scroller.current
    if (element && wasAtEnd.current) element.scrollTop = element.scrollHeight
    measure()
  }, [scroller, measure])
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again whenever the rows grow or shrink
  useEffect(() => {
    const frame = requestAnimationFrame(stay)
    return () => cancelAnimationFrame(frame)
  }, [stay, totalSize])
  useEffect(() => {
    const observer = new ResizeObserver(stay)
    if (scroller.current) observer.observe(scroller.current)
    return () => observer.disconnect()
  }, [scroller, stay])
  const leave = useCallback(() => {
    wasAtEnd.current = false
  }, [])
  return { isAtEnd, onScroll: measure, leave }
}
