import { type RefObject, useEffect, useRef } from 'react'

/** Keeps the marked option of a list that scrolls in view. */
export function useMarkedInView(active: number): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return list
}
