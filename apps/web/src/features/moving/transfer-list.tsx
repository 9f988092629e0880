import type { Transfer } from '@parley/protocol'
import { PackageOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { TransferCard } from './transfer-card'
import type { useTransfers } from './use-transfers'

export interface TransferListProps {
  readonly transfers: ReturnType<typeof useTransfers>
  /** What can be done with one of them next. */
  readonly actionOf: (transfer: Transfer) => ReactNode
}

export function TransferList({ transfers: { loaded, reload }, actionOf }: TransferListProps) {
  const text = useText()
  if (loaded.phase === 'loading') return <SkeletonRows height={72} count={2} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { transfers } = loaded.answer
  if (transfers.length === 0) {
    return <EmptyState icon={PackageOpen} title={text('web.moving.none')} hint={text('web.moving.noneHint')} />
  }
  return (
    <ul className="transfers" aria-label={text('web.moving.history')}>
      {transfers.map((transfer) => (
        <TransferCard key={transfer.id} transfer={transfer} onChanged={reload}>
          {actionOf(transfer)}
        </TransferCard>
      ))}
    </ul>
  )
}
