import { type IntentModelId, LabelKind } from '@parley/protocol'
import { useState } from 'react'
import { exactTime } from '../../app/time'
import { useAction } from '../../app/use-action'
import { useReader } from '../../app/use-reader'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { Field } from '../../components/field'
import type { ListedIntents } from './use-intents'

const NOTHING = ''
const SHIPPED = 'shipped'

/** What to measure, and for intents what to compare with. */
export function StartEvaluation({ listed, onStarted }: { listed: ListedIntents; onStarted: () => void }) {
  const text = useText()
  const reader = useReader()
  const { client } = useServices()
  const [kind, setKind] = useState<LabelKind>('intent')
  const [other, setOther] = useState(NOTHING)
  const start = useAction(async () => {
    await client.command('evaluations.start', { kind, ...(kind === 'intent' && comparedWith(other)) })
    onStarted()
  })
  return (
    <div className="evaluation__start">
      <Field label={text('web.evaluation.kind')}>
        {(ids) => (
          <select
            className="input"
            {...ids}
            value={kind}
            onChange={(event) => setKind(LabelKind.parse(event.currentTarget.value))}
          >
            {LabelKind.options.map((option) => (
              <option key={option} value={option}>
                {text(`web.labels.${option}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind === 'intent' && (
        <Field label={text('web.evaluation.compare')}>
          {(ids) => (
            <select className="input" {...ids} value={other} onChange={(event) => setOther(event.currentTarget.value)}>
              <option value={NOTHING}>{text('web.evaluation.nothing')}</option>
              <option value={SHIPPED}>{text('web.intents.shippedModel')}</option>
              {listed.models.map(({ id, trainedAt }) => (
                <option key={id} value={id}>
                  {exactTime(trainedAt, reader)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Button look="primary" disabled={start.isRunning} onClick={() => void start.run()}>
        {text('web.evaluation.start')}
      </Button>
      {start.error !== null && <Failure error={start.error} />}
    </div>
  )
}

function comparedWith(other: string): { otherModelId?: IntentModelId | null } {
  if (other === NOTHING) return {}
  return { otherModelId: other === SHIPPED ? null : (other as IntentModelId) }
}
