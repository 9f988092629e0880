import { type ChannelId, UserId } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useAttempt } from '../../app/use-attempt'
import { useOverlay } from '../../app/use-overlay'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { Field, TextField } from '../../components/field'
import { DayField } from '../../components/time-entry/day-field'
import { useToast } from '../../components/toasts'
import { usePeople } from '../people/use-people'

export interface NewTaskDialogProps {
  readonly title: string
  readonly channelId: ChannelId | null
  readonly assigneeId?: UserId
  readonly due?: string | null
}

export function NewTaskDialog({ title: firstTitle, channelId, ...given }: NewTaskDialogProps) {
  const text = useText()
  const { close } = useOverlay()
  const me = useMe()
  const [title, setTitle] = useState(firstTitle)
  const [assignee, setAssignee] = useState<string>(given.assigneeId ?? me.id)
  const [due, setDue] = useState(given.due?.slice(0, 10) ?? '')
  const assigneeId = UserId.safeParse(assignee).data ?? null
  const create = useCreateTask({ title: title.trim(), assigneeId, due: due || null, channelId })
  return (
    <DialogForm title={text('web.tasks.new')} submitLabel={text('web.tasks.create')} action={create} onClose={close}>
      <TextField label={text('web.tasks.newTitle')} required maxLength={500} value={title} onValue={setTitle} />
      <div className="form-row">
        <AssigneeField value={assignee} onValue={setAssignee} />
        <DayField label={text('web.tasks.due')} value={due} onValue={setDue} />
      </div>
    </DialogForm>
  )
}

interface TaskDraft {
  readonly title: string
  readonly assigneeId: UserId | null
  readonly due: string | null
  readonly channelId: ChannelId | null
}

function useCreateTask(draft: TaskDraft) {
  const text = useText()
  const { client } = useServices()
  const { close } = useOverlay()
  const toast = useToast()
  const attempt = useAttempt()
  return useAction(async () => {
    await attempt(draft, (clientCommandId) => client.command('tasks.create', { ...draft, clientCommandId }))
    toast({ text: text('web.tasks.createdToast', { title: draft.title }) })
    close()
  })
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
