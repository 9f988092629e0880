import { type ChannelId, UserId } from '@parley/protocol'
import { type FormEvent, useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Failure } from '../../components/failure'
import { Field, TextField } from '../../components/field'
import { useToast } from '../../components/toasts'
import { usePeople } from '../people/use-people'

export interface NewTaskDialogProps {
  readonly title: string
  readonly channelId: ChannelId | null
}

export function NewTaskDialog({ title: firstTitle, channelId }: NewTaskDialogProps) {
  const text = useText()
  const { client } = useServices()
  const { close } = useOverlay()
  const toast = useToast()
  const me = useMe()
  const [title, setTitle] = useState(firstTitle)
  const [assignee, setAssignee] = useState<string>(me.id)
  const [due, setDue] = useState('')
  const create = useAction(async () => {
    const assigneeId = UserId.safeParse(assignee).data ?? null
    await client.command('tasks.create', { title: title.trim(), assigneeId, due: due || null, channelId })
    toast({ text: text('web.tasks.createdToast', { title: title.trim() }) })
    close()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void create.run()
  }
  return (
    <Dialog title={text('web.tasks.new')} onClose={close}>
      <form className="dialog__body" onSubmit={submit}>
        <TextField label={text('web.tasks.newTitle')} required maxLength={500} value={title} onValue={setTitle} />
        <div className="form-row">
          <AssigneeField value={assignee} onValue={setAssignee} />
          <TextField label={text('web.tasks.due')} type="date" value={due} onValue={setDue} />
        </div>
        {create.error !== null && <Failure error={create.error} />}
        <div className="dialog__foot">
          <Button onClick={close}>{text('web.app.cancel')}</Button>
          <Button type="submit" look="primary" disabled={create.isRunning || !title.trim()}>
            {text('web.tasks.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function AssigneeField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const text = useText()
  const people = usePeople().filter((user) => user.kind === 'person')
  return (
    <Field label={text('web.tasks.assignee')}>
      {(ids) => (
        <select className="input" {...ids} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">{text('web.tasks.nobody')}</option>
          {people.map((user) => (
            <option key={user.id} value={user.id}>
              {user.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
