import { memo } from 'react'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import type { Row } from './build-rows'
import { DaySeparator } from './day-separator'
import { MessageRow } from './message-row'
import { OutgoingRow } from './outgoing-row'
import type { LoadFailure } from './use-loading'

export interface RowViewProps {
  readonly row: Exclude<Row, { kind: 'start' }>
  readonly isFocusTarget: boolean
  readonly pageFailure: LoadFailure | null
}

export const RowView = memo(({ row, isFocusTarget, pageFailure }: RowViewProps) => {
  const text = useText()
  switch (row.kind) {
    case 'loading':
      return pageFailure ? (
        <Failure error={pageFailure.error} onRetry={pageFailure.retry} />
      ) : (
        <SkeletonRows height={64} count={1} label={text('web.conversation.loadingOlder')} />
      )
    case 'day':
      return <DaySeparator at={row.at} />
    case 'replies':
      return <p className="replies-line">{text('web.thread.replies', { count: row.count })}</p>
    case 'unread':
      return <p className="unread-line">{text('web.conversation.unread', { count: row.count })}</p>
    case 'message':
      return <MessageRow message={row.message} rowKey={row.key} isFirst={row.isFirst} isFocusTarget={isFocusTarget} />
    case 'outgoing':
      return (
        <OutgoingRow outgoing={row.outgoing} rowKey={row.key} isFirst={row.isFirst} isFocusTarget={isFocusTarget} />
      )
  }
})
