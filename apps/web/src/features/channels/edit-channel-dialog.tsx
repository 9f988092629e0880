import type { Channel, ChannelId } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { TextField } from '../../components/field'

/** What a channel is called, what it is about just now, and what it is for. */
export function EditChannelDialog({ channelId }: { channelId: ChannelId }) {
  const channel = useSession((session) => session.channels.get(channelId)?.channel)
  return channel ? <EditForm channel={channel} /> : null
}

function EditForm({ channel }: { channel: Channel }) {
  const text = useText()
  const { client } = useServices()
  const { close } = useOverlay()
  const [before] = useState(channel)
  const { draft, fieldOf } = useDraft(before)
  const save = useAction(async () => {
    await client.command('channels.update', { channelId: channel.id, ...changes(before, draft) })
    close()
  })
  return (
    <DialogForm title={text('web.channel.edit')} submitLabel={text('web.channel.save')} action={save} onClose={close}>
      <TextField label={text('web.channel.name')} required maxLength={80} {...fieldOf('name')} />
      <TextField
        label={text('web.channel.topic')}
        hint={text('web.channel.topicHint')}
        maxLength={250}
        {...fieldOf('topic')}
      />
      <TextField
        label={text('web.channel.purpose')}
        hint={text('web.channel.purposeHint')}
        maxLength={250}
        {...fieldOf('purpose')}
      />
    </DialogForm>
  )
}

type Draft = Pick<Channel, 'name' | 'topic' | 'purpose'>

function useDraft({ name, topic, purpose }: Draft) {
  const [draft, setDraft] = useState({ name, topic, purpose })
  const fieldOf = (part: keyof Draft) => ({
    value: draft[part],
    onValue: (value: string) => setDraft((before) => ({ ...before, [part]: value })),
  })
  return { draft, fieldOf }
}

/** What somebody else changed meanwhile, and this form did not, stays. */
function changes(before: Draft, draft: Draft): Partial<Draft> {
  const parts = ['name', 'topic', 'purpose'] as const
  return Object.fromEntries(
    parts.filter((part) => draft[part] !== before[part]).map((part) => [part, draft[part].trim()]),
  )
}
