import type { Message, Report } from '@parley/protocol'
import { dayName, exactTime } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useNowMs, useReader } from '../../app/use-reader'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DecisionForm } from './decision-form'

export function ReportCard({ report, onDecided }: { report: Report; onDecided: () => void }) {
  const text = useText()
  const { message, context, channelId } = report
  // A message may also stand alone.
  const isHere = useSession(({ channels }) => channels.has(channelId) || context.length > 0)
  const around = [...context, message].sort((one, other) => one.seq - other.seq)
  return (
    <li className="report">
      <Head report={report} />
      <ol className="report__talk">
        {around.map((it) => (
          <Line key={it.id} message={it} isMeant={it.id === message.id} />
        ))}
      </ol>
      {!isHere && <p className="row__note">{text('web.review.noContext')}</p>}
      {report.closedAt === null && <DecisionForm report={report} onDecided={onDecided} />}
    </li>
  )
}

function Head({ report }: { report: Report }) {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  const nowMs = useNowMs()
  const name = names.personById(report.reporterId)
  const where = report.channelName
    ? text('web.review.where', { channel: report.channelName })
    : text('web.review.direct')
  return (
    <header className="report__head">
      <p className="report__why">{text('web.review.by', { name, reason: text(`web.report.${report.reason}`) })}</p>
      <p className="row__note">
        {where} ·{' '}
        <time dateTime={report.createdAt} title={exactTime(report.createdAt, reader)}>
          {dayName(report.createdAt, nowMs, reader)}
        </time>
      </p>
      {report.note && <p>{report.note}</p>}
    </header>
  )
}

function Line({ message, isMeant }: { message: Message; isMeant: boolean }) {
  const text = useText()
  const names = useNames()
  return (
    <li className="report__line" data-is-meant={isMeant}>
      <b>{names.personById(message.authorId)}</b>{' '}
      {message.deletedAt ? <i>{text('web.message.deleted')}</i> : message.text}
    </li>
  )
}
