import type { Message } from '@parley/protocol'
import { useState } from 'react'
import { useText } from '../../app/use-text'
import { TextField } from '../../components/field'
import { TimeDialog } from './time-dialog'
import { useRemind } from './use-remind'

const EXCERPT_LENGTH = 200

/** Has the assistant come back to a message at a time to come. */
export function RemindDialog({ message }: { message: Message }) {
  const text = useText()
  const [words, setWords] = useState(() => message.text.split('\n')[0]?.slice(0, EXCERPT_LENGTH).trim() ?? '')
  const remind = useRemind({ messageId: message.id })
  return (
    <TimeDialog
      title={text('web.later.remind')}
      submitLabel={text('web.later.remind')}
      isReady={words.trim() !== ''}
      act={(at, repeats) => remind({ text: words, dueAt: at, repeats })}
    >
      <TextField label={text('web.later.about')} maxLength={2000} value={words} onValue={setWords} />
    </TimeDialog>
  )
}
