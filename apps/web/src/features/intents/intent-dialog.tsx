import { INTENT_NAME_LIMIT } from '@parley/protocol'
import { type ReactNode, useState } from 'react'
import { useAction } from '../../app/use-action'
import { DialogForm } from '../../components/dialog-form'
import { TextField } from '../../components/field'

interface IntentDialogProps {
  readonly title: string
  readonly submitLabel: string
  readonly nameLabel: string
  /** Default: none yet. */
  readonly name?: string
  /** What is done with the name that was written. */
  readonly act: (name: string) => Promise<unknown>
  readonly onChanged: () => void
  readonly onClose: () => void
  /** Below the name. */
  readonly children?: ReactNode
}

/** Asks for an intent's name, and closes when it has been acted on. */
export function IntentDialog({ nameLabel, name = '', act, onChanged, children, ...dialog }: IntentDialogProps) {
  const [written, setWritten] = useState(name)
  const action = useAction(async () => {
    await act(written)
    dialog.onClose()
    onChanged()
  })
  return (
    <DialogForm {...dialog} action={action}>
      <TextField label={nameLabel} required maxLength={INTENT_NAME_LIMIT} value={written} onValue={setWritten} />
      {children}
    </DialogForm>
  )
}
