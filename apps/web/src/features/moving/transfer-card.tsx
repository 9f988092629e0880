import { type ErrorCode, ParleyError, type Transfer } from '@parley/protocol'
import type { ReactNode } from 'react'
import { exactTime } from '../../app/time'
import { useFail } from '../../app/use-fail'
import { useReader } from '../../app/use-reader'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { ReportTable } from './report-table'
import { isUnderWay } from './use-transfers'

export interface TransferCardProps {
  readonly transfer: Transfer
  readonly onChanged: () => void
  readonly children: ReactNode
}

export function TransferCard({ transfer, onChanged, children }: TransferCardProps) {
  const { client } = useServices()
  const fail = useFail()
  const text = useText()
  const reader = useReader()
  const cancel = () => client.command('transfers.cancel', { transferId: transfer.id }).catch(fail).finally(onChanged)
  return (
    <li className="transfer">
      <div className="transfer__head">
        <strong>{useTitle(transfer)}</strong>
        <span className="transfer__time">{exactTime(transfer.createdAt, reader)}</span>
        <span className="transfer__status">{useStatus(transfer)}</span>
      </div>
      {isUnderWay(transfer) && (
        <div className="transfer__progress">
          <progress value={transfer.progress} aria-label={text('web.moving.title')} />
          <Button look="quiet" onClick={() => void cancel()}>
            {text('web.moving.cancel')}
          </Button>
        </div>
      )}
      {transfer.failure && <Failure error={asError(transfer.failure)} />}
      {transfer.importReport && <ReportTable report={transfer.importReport} />}
      {children}
    </li>
  )
}

const asError = ({ code, parameters }: NonNullable<Transfer['failure']>) =>
  new ParleyError(code as ErrorCode, parameters)

function useTitle({ source, fileName, isDryRun, scope }: Transfer): string {
  const text = useText()
  if (scope) return text(scopeTitles[scope.kind])
  const name = fileName || text(`web.moving.${source ?? 'slack'}`)
  return isDryRun ? `${name} · ${text('web.moving.preview')}` : name
}

const scopeTitles = {
  workspace: 'web.moving.exportWorkspace',
  everything: 'web.moving.exportEverything',
  channel: 'web.moving.exportChannel',
  person: 'web.moving.exportPerson',
} as const

function useStatus({ status, progress, secondsLeft }: Transfer): string {
  const text = useText()
  if (status !== 'running') return text(`web.moving.${status}`)
  const percent = Math.round(progress * 100)
  if (secondsLeft === null) return text('web.moving.running', { percent })
  const time =
    secondsLeft < 90
      ? text('web.moving.seconds', { count: secondsLeft })
      : text('web.moving.minutes', { count: Math.round(secondsLeft / 60) })
  return text('web.moving.runningLeft', { percent, time })
}
