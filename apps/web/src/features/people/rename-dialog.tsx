import type { User } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { TextField } from '../../components/field'
import { useToast } from '../../components/toasts'

/** Corrects what somebody is called, by those who govern them. */
export function RenameDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const text = useText()
  const { client } = useServices()
  const toast = useToast()
  const [name, setName] = useState(user.name)
  const rename = useAction(async () => {
    await client.command('users.rename', { userId: user.id, name })
    toast({ text: text('web.people.renamed', { name: user.name, next: name.trim() }) })
    onClose()
  })
  const title = text('web.people.renameTitle', { name: user.name })
  return (
    <DialogForm title={title} submitLabel={text('web.people.rename')} action={rename} onClose={onClose}>
      <TextField label={text('web.people.name')} required maxLength={80} value={name} onValue={setName} />
    </DialogForm>
  )
}
