import type { CommandAnswer, RuleDefinition } from '@parley/protocol'
import { FlaskConical } from 'lucide-react'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { TriedMessage } from './tried-message'

export type Trial = CommandAnswer<'rules.try'>

interface TrialSectionProps {
  readonly definition: RuleDefinition
  readonly trial: Trial | null
  readonly isRunning: boolean
  readonly isReady: boolean
  readonly error: unknown
  readonly onTry: () => void
}

/** What the rule would change of what was said last, before it is saved. */
export function TrialSection({ definition, trial, isRunning, isReady, error, onTry }: TrialSectionProps) {
  const text = useText()
  const isTried = trial !== null && trial.faults.length === 0
  return (
    <section className="trial" aria-label={text('web.rules.try')}>
      <div className="intents__actions">
        <Button disabled={isRunning || !isReady} onClick={onTry}>
          <FlaskConical size={16} aria-hidden="true" />
          {text(isRunning ? 'web.rules.trying' : 'web.rules.try')}
        </Button>
        <span className="field__hint">{text('web.rules.tryHint')}</span>
      </div>
      {error !== null && <Failure error={error} />}
      {isTried && (
        <output className="trial__told">
          {trial.held === 0 ? text('web.rules.triedNone', trial) : text('web.rules.tried', trial)}
        </output>
      )}
      {isTried && trial.messages.length > 0 && (
        <ul className="trial__messages">
          {trial.messages.map((message) => (
            <TriedMessage key={message.messageId} message={message} definition={definition} />
          ))}
        </ul>
      )}
    </section>
  )
}
