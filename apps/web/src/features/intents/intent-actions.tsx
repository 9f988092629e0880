import { useState } from 'react'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { useRemoval } from '../../components/removals'
import { IntentDialog } from './intent-dialog'

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

function RenameDialog({ name, ...after }: IntentActionsProps & { onClose: () => void }) {
  const text = useText()
  const { client } = useServices()
  return (
    <IntentDialog
      title={text('web.intents.rename')}
      submitLabel={text('web.intents.save')}
      nameLabel={text('web.intents.newName')}
      name={name}
      act={(newName) => client.command('intents.rename', { name, newName })}
      {...after}
    />
  )
}
