import { useState } from 'react'
import type { NewReminderOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { TextField } from '../../components/field'
import { TimeDialog } from './time-dialog'
import { useRemind } from './use-remind'

/** A reminder about no message, with what was said of it already. */
export function NewReminderDialog({ words: firstWords, at, reminded }: NewReminderOverlay) {
  const text = useText()
  const [words, setWords] = useState(firstWords)
  const remind = useRemind(reminded)
  return (
    <TimeDialog
      title={text('web.later.remind')}
      submitLabel={text('web.later.remind')}
      {...(at && { startsAt: at })}
      isReady={words.trim() !== ''}
      act={(dueAt, repeats) => remind({ text: words, dueAt, repeats })}
    >
      <TextField label={text('web.later.about')} maxLength={2000} value={words} onValue={setWords} />
    </TimeDialog>
  )
}
