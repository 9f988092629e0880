import type { OutgoingHook } from '@parley/protocol'
import { ArrowUpFromLine, List, Pause, Play, Send } from 'lucide-react'
import { useState } from 'react'
import { shortDate } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useReader } from '../../app/use-reader'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToldAction } from '../../app/use-told-action'
import { IconButton } from '../../components/icon-button'
import { DeliveryLog } from './delivery-log'
import { RemoveButton } from './remove-button'
import { Entry } from './section'

export function OutgoingEntry({ hook, onChanged }: { hook: OutgoingHook; onChanged: () => void }) {
  const text = useText()
  const { http } = useServices()
  const [isOpen, setIsOpen] = useState(false)
  const notes = useNotes(hook)
  const { id, name, isEnabled } = hook
  const test = useToldAction(async () => {
    await http.command('outgoingHooks.test', { hookId: id })
    setIsOpen(true)
  })
  const toggle = useToldAction(async () => {
    await http.command('outgoingHooks.setEnabled', { hookId: id, isEnabled: !isEnabled })
    onChanged()
  })
  return (
    <Entry icon={ArrowUpFromLine} name={name} notes={notes} below={isOpen && <DeliveryLog hookId={id} name={name} />}>
      <IconButton label={text('web.integrations.test', { name })} onClick={() => void test.run()}>
        <Send size={16} />
      </IconButton>
      <IconButton
        label={text('web.integrations.log', { name })}
        aria-expanded={isOpen}
        onClick={() => setIsOpen((before) => !before)}
      >
        <List size={16} />
      </IconButton>
      <IconButton
        label={text(isEnabled ? 'web.integrations.pause' : 'web.integrations.resume', { name })}
        onClick={() => void toggle.run()}
      >
        {isEnabled ? <Pause size={16} /> : <Play size={16} />}
      </IconButton>
      <RemoveButton
        id={id}
        name={name}
        act={(it) => it.command('outgoingHooks.remove', { hookId: id }).then(onChanged)}
      />
    </Entry>
  )
}

function useNotes({ channelId, url, isEnabled, failingSince, waitingCount }: OutgoingHook): string[] {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  const channel = useSession((session) => session.channels.get(channelId)?.channel)
  return [
    channel ? names.channel(channel) : '…',
    url,
    ...(isEnabled ? [] : [text('web.integrations.paused')]),
    ...(failingSince ? [text('web.integrations.failing', { when: shortDate(failingSince, reader) })] : []),
    ...(waitingCount > 0 ? [text('web.integrations.waiting', { count: waitingCount })] : []),
  ]
}
