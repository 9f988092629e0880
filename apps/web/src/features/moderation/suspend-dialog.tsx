import type { User } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useCommand } from '../../app/use-command'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { TextField } from '../../components/field'
import { useToast } from '../../components/toasts'
import { SuspensionHours } from './suspension-hours'

/** Asked beforehand, like the closing of an account: sessions end at once. */
export function SuspendDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const text = useText()
  const { client } = useServices()
  const command = useCommand()
  const toast = useToast()
  const { name } = user
  const [hours, setHours] = useState<number | null>(24)
  const [reason, setReason] = useState('')
  const suspend = useAction(async () => {
    await client.command('users.suspend', { userId: user.id, hours: hours ?? 24, reason })
    const onUndo = () => command('users.liftSuspension', { userId: user.id })
    toast({ text: text('web.govern.suspendedToast', { name }), onUndo })
    onClose()
  })
  return (
    <DialogForm
      title={text('web.govern.suspendTitle', { name })}
      submitLabel={text('web.govern.suspendAct')}
      action={suspend}
      onClose={onClose}
      before={<p>{text('web.govern.suspendText', { name })}</p>}
    >
      <SuspensionHours label={text('web.govern.for')} value={hours} onValue={setHours} />
      <TextField label={text('web.govern.reason')} required maxLength={500} value={reason} onValue={setReason} />
    </DialogForm>
  )
}
