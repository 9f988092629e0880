import type { ReactNode } from 'react'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { type ChosenTime, TimeFields } from './time-fields'

export interface TimeDialogProps {
  readonly title: string
  readonly submitLabel?: string
  readonly startsAt?: string
  /** What the time is for; it closes when that has succeeded. */
  readonly act: (at: string, repeats: ChosenTime['repeats']) => Promise<unknown>
  /** Whether there is enough beside the time. */
  readonly isReady?: boolean
  /** Above the time. */
  readonly children?: ReactNode
}

export function TimeDialog({ title, submitLabel, startsAt, act, isReady = true, children }: TimeDialogProps) {
  const text = useText()
  const { close } = useOverlay()
  const [chosen, setChosen] = useState<ChosenTime>({ at: startsAt ?? null, repeats: null })
  const save = useAction(async () => {
    if (!chosen.at) return
    await act(chosen.at, chosen.repeats)
    close()
  })
  return (
    <DialogForm
      title={title}
      submitLabel={submitLabel ?? text('web.later.save')}
      action={save}
      isReady={chosen.at !== null && isReady}
      onClose={close}
    >
      {children}
      <TimeFields chosen={chosen} onChosen={setChosen} />
    </DialogForm>
  )
}
