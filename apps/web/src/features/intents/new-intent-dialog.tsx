import { INTENT_NAME_LIMIT } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { Field, TextField } from '../../components/field'
import { linesOf } from './lines-of'

interface NewIntentDialogProps {
  readonly onChanged: () => void
  readonly onClose: () => void
}

export function NewIntentDialog({ onChanged, onClose }: NewIntentDialogProps) {
  const text = useText()
  const { client } = useServices()
  const [name, setName] = useState('')
  const [written, setWritten] = useState('')
  const create = useAction(async () => {
    await client.command('intents.create', { name, examples: linesOf(written) })
    onClose()
    onChanged()
  })
  return (
    <DialogForm
      title={text('web.intents.add')}
      submitLabel={text('web.intents.create')}
      action={create}
      onClose={onClose}
    >
      <TextField
        label={text('web.intents.name')}
        required
        maxLength={INTENT_NAME_LIMIT}
        value={name}
        onValue={setName}
      />
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
    </DialogForm>
  )
}
