import type { QueryAnswer } from '@parley/protocol'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { TextField } from '../../components/field'
import { Form } from '../../components/form'
import { IconButton } from '../../components/icon-button'
import { usePendingRemovals, useRemoval } from '../../components/removals'

type Example = QueryAnswer<'intents.examples'>['own'][number]

interface ExampleLineProps {
  readonly example: Example
  readonly onChanged: () => void
}

/** One example: to change it in place, or to remove it. */
export function ExampleLine({ example, onChanged }: ExampleLineProps) {
  const [isEditing, setEditing] = useState(false)
  const isGone = usePendingRemovals().has(example.id)
  if (isGone) return null
  if (isEditing) return <ExampleEditor example={example} onChanged={onChanged} onClose={() => setEditing(false)} />
  return <ExampleText example={example} onChanged={onChanged} onEdit={() => setEditing(true)} />
}

function ExampleText({ example, onChanged, onEdit }: ExampleLineProps & { onEdit: () => void }) {
  const text = useText()
  const { client } = useServices()
  const remove = useRemoval()
  const act = () => client.command('intents.removeExample', { exampleId: example.id }).finally(onChanged)
  return (
    <li className="example-line">
      <span className="example-line__text">{example.text}</span>
      <IconButton isSmall label={text('web.intents.edit')} onClick={onEdit}>
        <Pencil size={14} />
      </IconButton>
      <IconButton
        isSmall
        label={text('web.intents.remove')}
        onClick={() => remove({ id: example.id, text: text('web.intents.removed', { text: example.text }), act })}
      >
        <Trash2 size={14} />
      </IconButton>
    </li>
  )
}

function ExampleEditor({ example, onChanged, onClose }: ExampleLineProps & { onClose: () => void }) {
  const text = useText()
  const { client } = useServices()
  const [written, setWritten] = useState(example.text)
  const save = useAction(async () => {
    await client.command('intents.editExample', { exampleId: example.id, text: written })
    onClose()
    onChanged()
  })
  return (
    <li>
      <Form className="example-form" onSubmit={() => void save.run()}>
        <TextField label={text('web.intents.edit')} required value={written} onValue={setWritten} />
        {save.error !== null && <Failure error={save.error} />}
        <div className="intents__actions">
          <Button onClick={onClose}>{text('web.app.cancel')}</Button>
          <Button type="submit" look="primary" disabled={save.isRunning}>
            {text('web.intents.save')}
          </Button>
        </div>
      </Form>
    </li>
  )
}
