import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useRef } from 'react'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import type { Row } from './build-rows'
import { useConversation } from './conversation-state'
import { DayPill } from './day-separator'
import type { Feed } from './feed'
import { isBeforeWindow } from './find-target'
import { RowView } from './row-view'
import { ToNewest } from './to-newest'
import { NEAR_END, useIsAtEnd } from './use-is-at-end'
import { type OlderFailure, useLoadOlder } from './use-load-older'
import { useMarkRead } from './use-mark-read'
import { useMessageKeys } from './use-message-keys'
import { useRows } from './use-rows'
import { useShowTarget } from './use-show-target'

const ESTIMATED_ROW = 64

export interface MessageListProps {
  readonly feed: Feed
  /** For screen readers: whose messages these are. */
  readonly label: string
  /** Above the first message. */
  readonly start: ReactNode
}

export function MessageList({ feed, label, start }: MessageListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const isReady = useIsReady(feed)
  const rows = useRows(feed, isReady)
  const list = useRowList(rows, scroller)
  const { isAtEnd, onScroll, leave } = useIsAtEnd({ scroller, content })
  useShowTarget({ rows, scroller, isReady, list, leaveEnd: leave })
  useMarkRead(feed, isReady && isAtEnd)
  const isTopInSight = isReady && (list.getVirtualItems()[0]?.index ?? 1) === 0
  const olderFailure = useLoadOlder(feed, isTopInSight || !isReady)
  const topRow = rows[list.range?.startIndex ?? 0]
  return (
    <div className="messages">
      {isReady && !isAtEnd && topRow && <DayPill row={topRow} />}
      <div
        ref={scroller}
        className="messages__scroll"
        onScroll={onScroll}
        role="log"
        aria-live="off"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        {!isReady && <Opening failure={olderFailure} />}
        <Rows {...{ start, rows, list, scroller, content, isReady, olderFailure }} />
      </div>
      {isReady && !isAtEnd && <ToNewest feed={feed} onClick={() => list.scrollToEnd({ behavior: 'auto' })} />}
    </div>
  )
}

/** Whether what the conversation opens with is loaded: its newest page, or all from the message that a link names. */
function useIsReady({ window }: Feed): boolean {
  const { targetSeq } = useConversation()
  const { isOpened, isLoading, messages } = window
  return isOpened && (messages.length > 0 || !isLoading) && !isBeforeWindow(window, targetSeq)
}

type RowList = Virtualizer<HTMLDivElement, Element>

function useRowList(rows: readonly Row[], scroller: RefObject<HTMLDivElement | null>): RowList {
  return useVirtualizer<HTMLDivElement, Element>({
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
}

function Opening({ failure }: { failure: OlderFailure | null }) {
  const text = useText()
  if (failure) return <Failure error={failure.error} onRetry={failure.retry} />
  return <SkeletonRows height={ESTIMATED_ROW} count={6} label={text('web.app.loading')} />
}

interface RowsProps {
  readonly start: ReactNode
  readonly rows: readonly Row[]
  readonly list: RowList
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly content: RefObject<HTMLDivElement | null>
  readonly isReady: boolean
  readonly olderFailure: OlderFailure | null
}

/** The rows in sight, each where it belongs. */
function Rows({ start, rows, list, scroller, content, isReady, olderFailure }: RowsProps) {
  const focused = useMessageKeys(rows, scroller, list.scrollToIndex)
  return (
    <div ref={content} className="messages__inner" style={{ height: list.getTotalSize() }} hidden={!isReady}>
      {list.getVirtualItems().map((item) => {
        const row = rows[item.index]
        const style = { transform: `translateY(${item.start}px)` }
        return (
          row && (
            <div
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              className="messages__row"
              style={style}
            >
              {row.kind === 'start' ? (
                start
              ) : (
                <RowView row={row} isFocusTarget={row.key === focused} olderFailure={olderFailure} />
              )}
            </div>
          )
        )
      })}
    </div>
  )
}
