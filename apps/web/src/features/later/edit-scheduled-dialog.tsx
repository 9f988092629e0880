import { MESSAGE_TEXT_LIMIT, type ScheduledMessage } from '@parley/protocol'
import { useState } from 'react'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Field } from '../../components/field'
import { TimeDialog } from './time-dialog'

/** Changes what a message says, and when it goes. */
export function EditScheduledDialog({ scheduled }: { scheduled: ScheduledMessage }) {
  const text = useText()
  const { client } = useServices()
  const [words, setWords] = useState(scheduled.text)
  const save = (sendAt: string) =>
    client.command('messages.updateScheduled', { scheduledMessageId: scheduled.id, text: words.trim(), sendAt })
  return (
    <TimeDialog
      title={text('web.later.edit')}
      isReady={words.trim() !== ''}
      act={save}
      {...(scheduled.failure === null ? { startsAt: scheduled.sendAt } : {})}
    >
      <Field label={text('web.later.message')}>
        {(ids) => (
          <textarea
            className="input"
            rows={4}
            maxLength={MESSAGE_TEXT_LIMIT}
            {...ids}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </Field>
    </TimeDialog>
  )
}
