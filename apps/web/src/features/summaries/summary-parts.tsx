import type { SaidSentence } from '@parley/protocol'
import { Link } from 'wouter'
import { exactTime } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { messagePath } from '../conversation/message-path'
import type { Summary } from './summary-text'

interface SummaryPartsProps {
  readonly summary: Summary
  /** A sentence was followed to where it was said. */
  readonly onLeave: () => void
}

export function SummaryParts({ summary, onLeave }: SummaryPartsProps) {
  const text = useText()
  const { points, decisions, promises, openQuestions, tasks } = summary
  const isEmpty = [points, decisions, promises, openQuestions].every(({ length }) => length === 0)
  return (
    <>
      <SpanLine summary={summary} />
      {isEmpty && <p className="summary__empty">{text('web.summary.nothing')}</p>}
      <Part title={text('web.summary.points')} sentences={points} onLeave={onLeave} />
      <Part title={text('web.summary.decisions')} sentences={decisions} onLeave={onLeave} />
      <Part title={text('web.summary.promises')} sentences={promises} onLeave={onLeave} />
      <Part title={text('web.summary.openQuestions')} sentences={openQuestions} onLeave={onLeave} />
      {tasks.length > 0 && (
        <section>
          <h3 className="summary__title">{text('web.summary.tasks')}</h3>
          <ul className="summary__list">
            {tasks.map(({ id, title }) => (
              <li key={id} className="summary__said">
                {title}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Of which messages it is, and who wrote them. */
function SpanLine({ summary: { span, messageCount, firstAt, isCut, people } }: { summary: Summary }) {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  const facts = [
    text(`web.summary.span.${span}`, { count: messageCount }),
    ...(firstAt ? [text('web.summary.from', { time: exactTime(firstAt, reader) })] : []),
    ...(isCut ? [text('web.summary.cut')] : []),
    ...people.slice(0, MOST_PEOPLE).map(({ userId }) => names.personById(userId)),
    ...(people.length > MOST_PEOPLE ? [text('web.summary.others', { count: people.length - MOST_PEOPLE })] : []),
  ]
  return <p className="summary__facts">{facts.join(' · ')}</p>
}

const MOST_PEOPLE = 5

interface PartProps {
  readonly title: string
  readonly sentences: readonly SaidSentence[]
  readonly onLeave: () => void
}

function Part({ title, sentences, onLeave }: PartProps) {
  const names = useNames()
  if (sentences.length === 0) return null
  return (
    <section>
      <h3 className="summary__title">{title}</h3>
      <ul className="summary__list">
        {sentences.map((said) => (
          <li key={`${said.messageId}-${said.text}`} className="summary__said">
            <Link href={messagePath(said)} onClick={onLeave} className="summary__link">
              <span className="summary__author">{names.personById(said.authorId)}</span> {said.text}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
