import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import type { Row } from './build-rows'
import { NEAR_END } from './use-is-at-end'

export const ESTIMATED_ROW = 64

export type RowList = Virtualizer<HTMLDivElement, Element>

export interface RowListOptions {
  readonly rows: readonly Row[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly isLive: boolean
  /** Whether there is room above the first row for what is being loaded. */
  readonly hasPlaceAbove: boolean
}

/** The rows that are in sight, and where they stand. What is read stays where it is, whatever happens above it. */
export function useRowList({ rows, scroller, isLive, hasPlaceAbove }: RowListOptions): RowList {
  const list = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_ROW,
    getItemKey: (index) => rows[index]?.key ?? index,
    anchorTo: 'end',
    scrollEndThreshold: isLive ? NEAR_END : 0,
    overscan: 10,
    paddingStart: hasPlaceAbove ? ESTIMATED_ROW : 0,
    paddingEnd: 12,
    // Most conversations open at their end: rows at the start would be drawn only to go.
    initialOffset: () => Math.max(0, rows.length * ESTIMATED_ROW - window.innerHeight),
  })
  list.shouldAdjustScrollPositionOnItemSizeChange = isAboveSight
  return list
}

/** A row that is measured for the first time stood there with a guess; later it moves the rest when it ends above. */
function isAboveSight({ key, start, end }: VirtualItem, _: number, list: RowList): boolean {
  const top = list.scrollOffset ?? 0
  return list.itemSizeCache.has(key) ? end <= top : start < top
}
