import type { QuestionDay } from '@parley/protocol'
import { shortDate } from '../../app/time'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'

const KINDS = ['confirmed', 'answered', 'unknown'] as const
const [WIDTH, HEIGHT, GAP] = [600, 96, 3]
const DAYS = 30

/** Questions by day, and what became of them: bars to see, a list to hear. */
export function QuestionChart() {
  const text = useText()
  const { loaded } = useQuery('questions.overview', { days: DAYS })
  if (loaded.phase !== 'ready') return <div className="question-chart" aria-hidden="true" />
  const { days } = loaded.answer
  const sum = (key: Exclude<keyof QuestionDay, 'date'>) => days.reduce((total, day) => total + day[key], 0)
  const answered = sum('confirmed') + sum('answered')
  return (
    <figure className="question-chart">
      <figcaption className="question-chart__head">
        <strong>{text('web.questions.chart')}</strong>
        <span>{text('web.questions.total', { answered, asked: answered + sum('unknown') })}</span>
        {sum('hidden') > 0 && <span>{text('web.questions.hidden', { count: sum('hidden') })}</span>}
      </figcaption>
      <Bars days={days} />
      <ul className="question-chart__legend">
        {KINDS.map((kind) => (
          <li key={kind} data-kind={kind}>
            {text(`web.questions.${kind}`)} {sum(kind)}
          </li>
        ))}
      </ul>
    </figure>
  )
}

function Bars({ days }: { days: readonly QuestionDay[] }) {
  const text = useText()
  const reader = useReader()
  const most = Math.max(1, ...days.map(({ confirmed, answered, unknown }) => confirmed + answered + unknown))
  const step = WIDTH / days.length
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text('web.questions.chart')}
    >
      <line className="question-chart__ground" x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {days.map((day, at) => (
        <g key={day.date}>
          <title>
            {text('web.questions.day', {
              ...day,
              date: shortDate(`${day.date}T12:00:00Z`, { ...reader, timeZone: 'UTC' }),
            })}
          </title>
          {stack(day, HEIGHT / most).map(({ kind, y, height }) => (
            <rect key={kind} data-kind={kind} x={at * step + GAP / 2} y={y} width={step - GAP} height={height} />
          ))}
        </g>
      ))}
    </svg>
  )
}

/** From the ground up: what was confirmed, what was found, what was not known. */
function stack(day: QuestionDay, unit: number) {
  let top = HEIGHT
  return KINDS.flatMap((kind) => {
    const height = day[kind] * unit
    top -= height
    return height > 0 ? [{ kind, y: top, height }] : []
  })
}
