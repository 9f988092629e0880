import { INTENT_NAME_LIMIT } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { DialogForm } from '../../components/dialog-form'
import { TextField } from '../../components/field'
import { useRemoval } from '../../components/removals'

interface IntentActionsProps {
  readonly name: string
  readonly onChanged: () => void
}

/** Renames an intent of the workspace, or removes it. */
export function IntentActions({ name, onChanged }: IntentActionsProps) {
  const text = useText()
  const { client } = useServices()
  const remove = useRemoval()
  const [isRenaming, setRenaming] = useState(false)
  const act = () => client.command('intents.remove', { name }).finally(onChanged)
  return (
    <div className="intents__actions">
      <Button onClick={() => setRenaming(true)}>{text('web.intents.rename')}</Button>
      <Button
        look="danger"
        onClick={() => remove({ id: `intent/${name}`, text: text('web.intents.removed', { text: name }), act })}
      >
        {text('web.intents.removeIntent')}
      </Button>
      {isRenaming && <RenameDialog name={name} onChanged={onChanged} onClose={() => setRenaming(false)} />}
    </div>
  )
}

function RenameDialog({ name, onChanged, onClose }: IntentActionsProps & { onClose: () => void }) {
  const text = useText()
  const { client } = useServices()
  const [newName, setNewName] = useState(name)
  const rename = useAction(async () => {
    await client.command('intents.rename', { name, newName })
    onClose()
    onChanged()
  })
  return (
    <DialogForm
      title={text('web.intents.rename')}
      submitLabel={text('web.intents.save')}
      action={rename}
      onClose={onClose}
    >
      <TextField
        label={text('web.intents.newName')}
        required
        maxLength={INTENT_NAME_LIMIT}
        value={newName}
        onValue={setNewName}
      />
    </DialogForm>
  )
}
