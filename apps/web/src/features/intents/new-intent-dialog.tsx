import { useState } from 'react'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Field } from '../../components/field'
import { IntentDialog } from './intent-dialog'
import { linesOf } from './lines-of'

interface NewIntentDialogProps {
  readonly onChanged: () => void
  readonly onClose: () => void
}

export function NewIntentDialog(after: NewIntentDialogProps) {
  const text = useText()
  const { client } = useServices()
  const [written, setWritten] = useState('')
  return (
    <IntentDialog
      title={text('web.intents.add')}
      submitLabel={text('web.intents.create')}
      nameLabel={text('web.intents.name')}
      act={(name) => client.command('intents.create', { name, examples: linesOf(written) })}
      {...after}
    >
      <Field label={text('web.intents.examples')} hint={text('web.intents.examplesHint')}>
        {(ids) => (
          <textarea
            className="input"
            rows={6}
            {...ids}
            required
            value={written}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
        )}
      </Field>
    </IntentDialog>
  )
}
