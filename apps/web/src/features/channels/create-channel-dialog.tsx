import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { Failure } from '../../components/failure'
import { CheckField, TextField } from '../../components/field'
import { Segmented } from '../../components/segmented'

interface Form {
  readonly name: string
  readonly topic: string
  readonly kind: 'public' | 'private'
  readonly withAssistant: boolean
}

export function CreateChannelDialog() {
  const text = useText()
  const { client } = useServices()
  const { close } = useOverlay()
  const [, navigate] = useLocation()
  const [form, setForm] = useState<Form>({ name: '', topic: '', kind: 'public', withAssistant: true })
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const create = useAction(async () => {
    const { channel } = await client.command('channels.create', { ...form, name: form.name.trim() })
    navigate(`/c/${channel.id}`)
    close()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void create.run()
  }
  return (
    <Dialog title={text('web.createChannel.title')} onClose={close}>
      <form className="dialog__body" onSubmit={submit}>
        <TextField
          label={text('web.createChannel.name')}
          placeholder={text('web.createChannel.nameExample')}
          required
          maxLength={80}
          value={form.name}
          onValue={(name) => change({ name })}
        />
        <TextField
          label={text('web.createChannel.topic')}
          maxLength={250}
          value={form.topic}
          onValue={(topic) => change({ topic })}
        />
        <KindField kind={form.kind} onKind={(kind) => change({ kind })} />
        <CheckField
          label={text('web.createChannel.withAssistant')}
          hint={text('web.createChannel.withAssistantHint')}
          isChecked={form.withAssistant}
          onChecked={(withAssistant) => change({ withAssistant })}
        />
        {create.error !== null && <Failure error={create.error} />}
        <div className="dialog__foot">
          <Button onClick={close}>{text('web.app.cancel')}</Button>
          <Button type="submit" look="primary" disabled={create.isRunning || !form.name.trim()}>
            {text('web.createChannel.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function KindField({ kind, onKind }: { kind: Form['kind']; onKind: (kind: Form['kind']) => void }) {
  const text = useText()
  return (
    <div className="field">
      <span className="field__label">{text('web.createChannel.kind')}</span>
      <div>
        <Segmented
          label={text('web.createChannel.kind')}
          value={kind}
          onValue={onKind}
          options={[
            { value: 'public', label: text('web.createChannel.public') },
            { value: 'private', label: text('web.createChannel.private') },
          ]}
        />
      </div>
    </div>
  )
}
