import type { AnswerMatch } from '@parley/protocol'
import { BadgeCheck, CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { percent } from '../../app/time'
import { useQuery } from '../../app/use-query'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { TextField } from '../../components/field'
import { Form } from '../../components/form'
import { SkeletonRows } from '../../components/skeleton'

/** Which of the answers a question would be given, before anybody asks it. */
export function TryQuestion() {
  const text = useText()
  const [question, setQuestion] = useState('')
  const [tried, setTried] = useState('')
  return (
    <section className="try" aria-label={text('web.answers.try')}>
      <Form className="try__form" onSubmit={() => setTried(question.trim())}>
        <TextField
          label={text('web.answers.try')}
          placeholder={text('web.answers.tryHint')}
          maxLength={500}
          value={question}
          onValue={setQuestion}
        />
        <Button type="submit" disabled={question.trim() === ''}>
          {text('web.answers.tryIt')}
        </Button>
      </Form>
      {tried !== '' && <Matches key={tried} question={tried} />}
    </section>
  )
}

const SHOWN = 3

function Matches({ question }: { question: string }) {
  const text = useText()
  const { loaded, reload } = useQuery('answers.try', { question })
  if (loaded.phase === 'loading') return <SkeletonRows height={48} count={1} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const shown = loaded.answer.matches.slice(0, SHOWN)
  if (shown.length === 0) return <p className="field__hint">{text('web.answers.tooFar')}</p>
  return (
    <ol className="try__matches" aria-live="polite">
      {shown.map((match, at) => (
        <Match key={match.answerId} match={match} isGiven={at === 0 && match.isSame} />
      ))}
    </ol>
  )
}

interface MatchProps {
  readonly match: AnswerMatch
  readonly isGiven: boolean
}

function Match({ match, isGiven }: MatchProps) {
  const text = useText()
  const language = useLanguage()
  const { texts } = match
  const Icon = isGiven ? BadgeCheck : CircleHelp
  return (
    <li className="try__match" data-given={isGiven}>
      <Icon size={16} aria-hidden="true" />
      <span className="try__words">
        <strong>{match.phrasing}</strong>
        <span className="answer__text">{texts[language] ?? texts.zh ?? texts.en}</span>
        <span className="row__note">
          {text(isGiven ? 'web.answers.wouldGive' : 'web.answers.tooFar')} ·{' '}
          {text('web.answers.likeness', { percent: percent(match.likeness, language) })}
        </span>
      </span>
    </li>
  )
}
