import { type ReactNode, useRef } from 'react'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import type { Row } from './build-rows'
import { DayPill } from './day-separator'
import type { Feed } from './feed'
import { RowView } from './row-view'
import { ToNewest } from './to-newest'
import { useHeldFocus } from './use-held-focus'
import { useIsAtEnd } from './use-is-at-end'
import type { LoadFailure } from './use-loading'
import { useMarkRead } from './use-mark-read'
import { useMessageKeys } from './use-message-keys'
import { useOpening } from './use-opening'
import { ESTIMATED_ROW, type RowList, useRowList } from './use-row-list'
import { useRows } from './use-rows'
import { useShowTarget } from './use-show-target'
import { useToNewest } from './use-to-newest'
import { useTurnPages } from './use-turn-pages'

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
  const { isReady, isPlaced, failure, reopen } = useOpening(feed)
  const isLive = !feed.window.hasNewer
  const rows = useRows(feed, isReady)
  const list = useRowList({ rows, scroller, isLive, hasPlaceAbove: feed.window.hasOlder && !feed.root })
  const { isAtEnd, onScroll, leave } = useIsAtEnd({ scroller, content, isLive })
  const toNewest = useToNewest({ feed, list, reopen })
  useShowTarget({ rows, scroller, isReady: isPlaced, list, leaveEnd: leave })
  useMarkRead(feed, isPlaced && isAtEnd)
  const pageFailure = useTurnPages({ feed, list, isReady })
  const focused = useMessageKeys(rows, scroller, list.scrollToIndex)
  useHeldFocus(rows, scroller)
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
        {!isReady && <Opening failure={failure} />}
        <div ref={content} className="messages__inner" style={{ height: list.getTotalSize() }} hidden={!isReady}>
          {feed.window.hasOlder && !feed.root && <PlaceAbove failure={pageFailure} />}
          <Rows {...{ start, rows, list, focused, pageFailure }} />
        </div>
      </div>
      {isReady && !isAtEnd && <ToNewest feed={feed} onClick={toNewest} />}
    </div>
  )
}

function Opening({ failure }: { failure: LoadFailure | null }) {
  const text = useText()
  if (failure) return <Failure error={failure.error} onRetry={failure.retry} />
  return <SkeletonRows height={ESTIMATED_ROW} count={6} label={text('web.app.loading')} />
}

/** Where the page before will stand, of a height that is always the same. */
function PlaceAbove({ failure }: { failure: LoadFailure | null }) {
  const text = useText()
  return (
    <div className="messages__above">
      {failure ? (
        <Failure error={failure.error} onRetry={failure.retry} />
      ) : (
        <SkeletonRows height={ESTIMATED_ROW} count={1} label={text('web.conversation.loadingOlder')} />
      )}
    </div>
  )
}

interface RowsProps {
  readonly start: ReactNode
  readonly rows: readonly Row[]
  readonly list: RowList
  /** The key of the row that Tab reaches. */
  readonly focused: string | undefined
  readonly pageFailure: LoadFailure | null
}

/** The rows in sight, each where it belongs. */
function Rows({ start, rows, list, focused, pageFailure }: RowsProps) {
  return list.getVirtualItems().map((item) => {
    const row = rows[item.index]
    const style = { transform: `translateY(${item.start}px)` }
    return (
      row && (
        <div key={item.key} ref={list.measureElement} data-index={item.index} className="messages__row" style={style}>
          {row.kind === 'start' ? (
            start
          ) : (
            <RowView row={row} isFocusTarget={row.key === focused} pageFailure={pageFailure} />
          )}
        </div>
      )
    )
  })
}
