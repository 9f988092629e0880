import { useState } from 'react'
import { useLocation } from 'wouter'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { CheckField, TextField } from '../../components/field'
import { Segmented } from '../../components/segmented'

interface ChannelDraft {
  readonly name: string
  readonly topic: string
  readonly kind: 'public' | 'private'
  readonly withAssistant: boolean
}

const blank: ChannelDraft = { name: '', topic: '', kind: 'public', withAssistant: true }

export function CreateChannelDialog() {
  const text = useText()
  const { close } = useOverlay()
  const [draft, setDraft] = useState(blank)
  const change = (part: Partial<ChannelDraft>) => setDraft((before) => ({ ...before, ...part }))
  const create = useCreateChannel(draft)
  return (
    <DialogForm
      title={text('web.createChannel.title')}
      submitLabel={text('web.createChannel.submit')}
      action={create}
      onClose={close}
    >
      <NameFields draft={draft} change={change} />
      <KindField kind={draft.kind} onKind={(kind) => change({ kind })} />
      <CheckField
        label={text('web.createChannel.withAssistant')}
        hint={text('web.createChannel.withAssistantHint')}
        isChecked={draft.withAssistant}
        onChecked={(withAssistant) => change({ withAssistant })}
      />
    </DialogForm>
  )
}

/** Makes the channel and goes there. */
function useCreateChannel(draft: ChannelDraft) {
  const { client } = useServices()
  const { close } = useOverlay()
  const [, navigate] = useLocation()
  return useAction(async () => {
    const { channel } = await client.command('channels.create', { ...draft, name: draft.name.trim() })
    navigate(`/c/${channel.id}`)
    close()
  })
}

interface NameFieldsProps {
  readonly draft: ChannelDraft
  readonly change: (part: Partial<ChannelDraft>) => void
}

function NameFields({ draft, change }: NameFieldsProps) {
  const text = useText()
  return (
    <>
      <TextField
        label={text('web.createChannel.name')}
        placeholder={text('web.createChannel.nameExample')}
        required
        maxLength={80}
        value={draft.name}
        onValue={(name) => change({ name })}
      />
      <TextField
        label={text('web.createChannel.topic')}
        maxLength={250}
        value={draft.topic}
        onValue={(topic) => change({ topic })}
      />
    </>
  )
}

function KindField({ kind, onKind }: { kind: ChannelDraft['kind']; onKind: (kind: ChannelDraft['kind']) => void }) {
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
