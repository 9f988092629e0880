import type { IntentSummary } from '@parley/protocol'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { TextField } from '../../components/field'
import { intentName } from '../understanding/intent-name'
import { ImportExamples } from './import-examples'
import { IntentRow } from './intent-row'
import { LearningNote } from './learning-note'
import { ModelsSection } from './models-section'
import { NewIntentDialog } from './new-intent-dialog'
import { RulesSection } from './rules-section'
import type { IntentsProps } from './use-intents'

/** The intents with their examples, what is being learnt of them, and which models there are. */
export function IntentsTab({ listed, onChanged }: IntentsProps) {
  const text = useText()
  const [isCreating, setCreating] = useState(false)
  return (
    <>
      <p className="page__intro">{text(listed.isAvailable ? 'web.intents.intro' : 'web.intents.unavailable')}</p>
      <div className="intents__actions">
        <Button look="primary" onClick={() => setCreating(true)}>
          <Plus size={16} aria-hidden="true" />
          {text('web.intents.add')}
        </Button>
        <ImportExamples onChanged={onChanged} />
      </div>
      <LearningNote learning={listed.learning} isAvailable={listed.isAvailable} onChanged={onChanged} />
      <IntentList listed={listed} onChanged={onChanged} />
      <ModelsSection listed={listed} onChanged={onChanged} />
      <RulesSection listed={listed} onChanged={onChanged} />
      {isCreating && <NewIntentDialog onClose={() => setCreating(false)} onChanged={onChanged} />}
    </>
  )
}

function IntentList({ listed, onChanged }: IntentsProps) {
  const text = useText()
  const [wanted, setWanted] = useState('')
  const fits = (name: string) => name.toLowerCase().includes(wanted.trim().toLowerCase())
  const found = listed.intents
    .filter(({ name }) => fits(name) || fits(intentName(name, text)))
    .toSorted((left, right) => Number(left.isShipped) - Number(right.isShipped))
  return (
    <section className="intents__section" aria-label={text('web.intents.intents')}>
      <TextField type="search" label={text('web.intents.find')} value={wanted} onValue={setWanted} />
      {found.length === 0 && <p className="empty__text">{text('web.intents.noneFound')}</p>}
      <ul className="intent-list">
        {found.map((intent) => (
          <IntentRow key={intent.name} intent={intent} onChanged={onChanged} />
        ))}
        {fits(text('web.intents.none')) && (
          <IntentRow key="" intent={outOfScope(listed)} isNone onChanged={onChanged} />
        )}
      </ul>
    </section>
  )
}

/** What is none of the intents has examples like one. */
const outOfScope = ({ outOfScope }: IntentsProps['listed']): IntentSummary => ({
  ...{ name: '', isShipped: true, shippedExamples: 0, judged: 0, right: 0 },
  ...outOfScope,
})
