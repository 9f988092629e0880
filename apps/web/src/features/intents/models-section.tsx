import type { IntentModelId, IntentModelSummary } from '@parley/protocol'
import { exactTime, percent } from '../../app/time'
import { useAction } from '../../app/use-action'
import { useReader } from '../../app/use-reader'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { useToast } from '../../components/toasts'
import type { IntentsProps } from './use-intents'

/** The models that are kept, each with its comparison, and a way to use another one. */
export function ModelsSection({ listed, onChanged }: IntentsProps) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const use = useAction(async (modelId: IntentModelId | null) => {
    const { previous } = await client.command('intents.useModel', { modelId })
    onChanged()
    toast({ text: text('web.intents.used'), onUndo: () => void use.run(previous) })
  })
  if (listed.models.length === 0) return null
  const choice = (modelId: IntentModelId | null) => (
    <Button disabled={use.isRunning} onClick={() => void use.run(modelId)}>
      {text('web.intents.use')}
    </Button>
  )
  return (
    <section className="intents__section">
      <h2>{text('web.intents.models')}</h2>
      {use.error !== null && <Failure error={use.error} />}
      <ul className="rows">
        {listed.models.map((model) => (
          <li key={model.id} className="row">
            <ModelWords model={model} />
            {model.isLive ? <Live /> : choice(model.id)}
          </li>
        ))}
        <li className="row">
          <span className="row__main">
            <span className="row__title">{text('web.intents.shippedModel')}</span>
          </span>
          {listed.liveModel === null ? <Live /> : choice(null)}
        </li>
      </ul>
    </section>
  )
}

function Live() {
  const text = useText()
  return <span className="intent__own">{text('web.intents.live')}</span>
}

function ModelWords({ model }: { model: IntentModelSummary }) {
  const text = useText()
  const reader = useReader()
  const language = useLanguage()
  const { accuracy, comparison, ownExamples, state } = model
  const notes = [text('web.intents.modelOwn', { count: ownExamples })]
  if (accuracy !== null) notes.push(text('web.intents.modelAccuracy', { percent: percent(accuracy, language) }))
  return (
    <span className="row__main">
      <span className="row__title">{exactTime(model.trainedAt, reader)}</span>
      <span className="row__note">{notes.join(' · ')}</span>
      <span className="row__note">{text('web.intents.comparison', comparison)}</span>
      {state === 'waiting' && <span className="model__waiting">{text('web.intents.waiting')}</span>}
    </span>
  )
}
