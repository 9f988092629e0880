import type { ChannelView } from '@parley/client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown } from 'lucide-react'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useNames } from '../../app/use-names'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { DayPill } from './day-separator'
import { RowView } from './row-view'
import { useLoadOlder } from './use-load-older'
import { useMarkRead } from './use-mark-read'
import { useMessageKeys } from './use-message-keys'
import { useRows } from './use-rows'

/** Pixels from the end within which one counts as reading the newest. */
const NEAR_END = 80
const ESTIMATED_ROW = 64

export function MessageList({ view }: { view: ChannelView }) {
  const text = useText()
  const names = useNames()
  const rows = useRows(view)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_ROW,
    getItemKey: (index) => rows[index]?.key ?? index,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: NEAR_END,
    overscan: 10,
    paddingEnd: 12,
  })
  const { isAtEnd, onScroll } = useIsAtEnd(scroller, virtual.getTotalSize())
  const isReady = view.window.isOpened && (view.window.messages.length > 0 || !view.window.isLoading)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first page is here
  useLayoutEffect(() => {
    if (isReady) virtual.scrollToEnd()
  }, [isReady])
  useMarkRead(view, isReady && isAtEnd)
  const items = virtual.getVirtualItems()
  const olderFailure = useLoadOlder(view, isReady && (items[0]?.index ?? 1) === 0)
  const focused = useMessageKeys(rows, scroller, virtual.scrollToIndex)
  const toEnd = () => virtual.scrollToEnd({ behavior: 'auto' })
  const topRow = rows[virtual.range?.startIndex ?? 0]

  return (
    <div className="messages">
      {isReady && !isAtEnd && topRow && <DayPill row={topRow} />}
      <div
        ref={scroller}
        className="messages__scroll"
        onScroll={onScroll}
        role="log"
        aria-live="off"
        aria-label={text('web.conversation.label', { channel: names.channel(view.channel) })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        {!isReady && !olderFailure && <SkeletonRows height={ESTIMATED_ROW} count={6} label={text('web.app.loading')} />}
        {!isReady && olderFailure && <Failure error={olderFailure.error} onRetry={olderFailure.retry} />}
        <div className="messages__inner" style={{ height: virtual.getTotalSize() }} hidden={!isReady}>
          {items.map((item) => {
            const row = rows[item.index]
            return (
              row && (
                <div
                  key={item.key}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  className="messages__row"
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <RowView row={row} view={view} isFocusTarget={row.key === focused} olderFailure={olderFailure} />
                </div>
              )
            )
          })}
        </div>
      </div>
      {isReady && !isAtEnd && <ToNewest view={view} onClick={toEnd} />}
    </div>
  )
}

/** Whether the newest is in sight; and it stays there when rows grow or the list is made narrower or lower. */
function useIsAtEnd(scroller: RefObject<HTMLDivElement | null>, totalSize: number) {
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
  return { isAtEnd, onScroll: measure }
}

function ToNewest({ view, onClick }: { view: ChannelView; onClick: () => void }) {
  const text = useText()
  const unread = view.lastMessageNumber - view.readNumber
  return (
    <button type="button" className="to-newest" onClick={onClick}>
      <ArrowDown size={14} aria-hidden="true" />
      {unread > 0 ? text('web.conversation.unread', { count: unread }) : text('web.conversation.toNewest')}
    </button>
  )
}
