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

export interface EndWatchOptions {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** What is scrolled. */
  readonly content: RefObject<HTMLDivElement | null>
  /** Whether the end of what is held is the newest. */
  readonly isLive: boolean
}

/** Whether the newest is in sight; and it stays there when rows grow or the list is made narrower or lower. */
export function useIsAtEnd({ scroller, content, isLive }: EndWatchOptions): EndWatch {
  const [isAtEnd, setIsAtEnd] = useState(true)
  const wasAtEnd = useRef(true)
  const measure = useCallback(() => {
    const element = scroller.current
    if (!element) return
    wasAtEnd.current = isLive && element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_END
    setIsAtEnd(wasAtEnd.current)
  }, [scroller, isLive])
  const stay = useCallback(() => {
    const element = scroller.current
    if (element && wasAtEnd.current) element.scrollTop = element.scrollHeight
    measure()
  }, [scroller, measure])
  useEffect(() => {
    const observer = new ResizeObserver(stay)
    for (const element of [scroller.current, content.current]) if (element) observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, content, stay])
  const leave = useCallback(() => {
    wasAtEnd.current = false
  }, [])
  return { isAtEnd, onScroll: measure, leave }
}
