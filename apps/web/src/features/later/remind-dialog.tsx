import type { Message } from '@parley/protocol'
import { useState } from 'react'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { TextField } from '../../components/field'
import { useToast } from '../../components/toasts'
import { TimeDialog } from './time-dialog'
import type { ChosenTime } from './time-fields'
import { useSaidTime } from './use-said-time'

const EXCERPT_LENGTH = 200

/** Has the assistant come back to a message at a time to come. */
export function RemindDialog({ message }: { message: Message }) {
  const text = useText()
  const [words, setWords] = useState(() => message.text.split('\n')[0]?.slice(0, EXCERPT_LENGTH).trim() ?? '')
  const remind = useRemind(message)
  return (
    <TimeDialog
      title={text('web.later.remind')}
      submitLabel={text('web.later.remind')}
      isReady={words.trim() !== ''}
      act={(at, repeats) => remind(words, at, repeats)}
    >
      <TextField label={text('web.later.about')} maxLength={2000} value={words} onValue={setWords} />
    </TimeDialog>
  )
}

function useRemind({ id: messageId }: Message) {
  const text = useText()
  const say = useSaidTime()
  const { client } = useServices()
  const toast = useToast()
  return async (words: string, dueAt: string, repeats: ChosenTime['repeats']) => {
    const { reminder } = await client.command('reminders.create', { text: words, dueAt, repeats, messageId })
    const drop = () => void client.command('reminders.finish', { reminderId: reminder.id })
    toast({ text: text('web.later.reminded', { time: say(dueAt) }), onUndo: drop })
  }
}
