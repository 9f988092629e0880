import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useQuery } from '../../app/use-query'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { SkeletonRows } from '../../components/skeleton'
import { useToast } from '../../components/toasts'
import { ExampleLine } from './example-line'
import { IntentActions } from './intent-actions'
import type { IntentRowProps } from './intent-row'
import { linesOf } from './lines-of'

/** The examples of an intent, a field for more, and those that are shipped to look at. */
export function IntentExamples({ intent, isNone = false, onChanged }: IntentRowProps) {
  const text = useText()
  const { loaded, reload } = useQuery('intents.examples', isNone ? {} : { intent: intent.name })
  const changed = () => {
    reload()
    onChanged()
  }
  if (loaded.phase === 'loading') return <SkeletonRows height={32} count={3} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { own, shipped } = loaded.answer
  return (
    <div className="intent__body">
      <h3>{text('web.intents.yourExamples')}</h3>
      {own.length === 0 && <p className="empty__text">{text('web.intents.noExamples')}</p>}
      <ul className="example-list">
        {own.map((example) => (
          <ExampleLine key={example.id} example={example} onChanged={changed} />
        ))}
      </ul>
      <AddExamples intent={isNone ? null : intent.name} onChanged={changed} />
      {shipped.length > 0 && (
        <details className="intent__shipped">
          <summary>{text('web.intents.shippedExamples', { count: shipped.length })}</summary>
          <ul>
            {shipped.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        </details>
      )}
      {!intent.isShipped && <IntentActions name={intent.name} onChanged={onChanged} />}
    </div>
  )
}

function AddExamples({ intent, onChanged }: { intent: string | null; onChanged: () => void }) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const [written, setWritten] = useState('')
  const add = useAction(async () => {
    const counts = await client.command('intents.addExamples', { intent, texts: linesOf(written) })
    toast({ text: text('web.intents.added', counts) })
    setWritten('')
    onChanged()
  })
  return (
    <Form className="example-form" onSubmit={() => void add.run()}>
      <Field label={text('web.intents.examples')}>
        {(ids) => (
          <textarea
            className="input"
            rows={3}
            {...ids}
            required
            value={written}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
        )}
      </Field>
      {add.error !== null && <Failure error={add.error} />}
      <div>
        <Button type="submit" disabled={add.isRunning || linesOf(written).length === 0}>
          {text('web.intents.addExamples')}
        </Button>
      </div>
    </Form>
  )
}
