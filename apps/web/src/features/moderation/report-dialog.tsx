import { type Message, ReportReason } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { Field } from '../../components/field'
import { useToast } from '../../components/toasts'

export function ReportDialog({ message }: { message: Message }) {
  const text = useText()
  const { client } = useServices()
  const { close } = useOverlay()
  const toast = useToast()
  const [reason, setReason] = useState<ReportReason>('spam')
  const [note, setNote] = useState('')
  const report = useAction(async () => {
    await client.command('moderation.report', { messageId: message.id, reason, note })
    toast({ text: text('web.report.done') })
    close()
  })
  return (
    <DialogForm
      title={text('web.report.title')}
      submitLabel={text('web.report.submit')}
      action={report}
      onClose={close}
      before={<p className="empty__text">{text('web.report.text')}</p>}
    >
      <fieldset className="field report-reasons">
        <legend className="field__label">{text('web.report.reason')}</legend>
        {ReportReason.options.map((option) => (
          <label key={option} className="check">
            <input type="radio" name="reason" checked={reason === option} onChange={() => setReason(option)} />
            {text(`web.report.${option}`)}
          </label>
        ))}
      </fieldset>
      <NoteField value={note} onValue={setNote} />
    </DialogForm>
  )
}

function NoteField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const text = useText()
  return (
    <Field label={text('web.report.note')}>
      {(ids) => (
        <textarea
          className="input"
          {...ids}
          rows={3}
          maxLength={1000}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
