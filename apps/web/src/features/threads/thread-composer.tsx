import type { ChannelId, Message } from '@parley/protocol'
import { useState } from 'react'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Composer } from '../composer/composer'

export interface ThreadComposerProps {
  readonly channelId: ChannelId
  readonly messages: readonly Message[]
}

/** Writes a reply; the channel shows it too where its writer says so, each time anew. */
export function ThreadComposer({ channelId, messages }: ThreadComposerProps) {
  const view = useSession((session) => session.channels.get(channelId))
  const [isAlsoInChannel, setIsAlsoInChannel] = useState(false)
  if (!view) return null
  return (
    <Composer
      view={view}
      messages={messages}
      isAlsoInChannel={isAlsoInChannel}
      onSent={() => setIsAlsoInChannel(false)}
    >
      <AlsoInChannel channelId={channelId} isChecked={isAlsoInChannel} onCheck={setIsAlsoInChannel} />
    </Composer>
  )
}

interface AlsoInChannelProps {
  readonly channelId: ChannelId
  readonly isChecked: boolean
  readonly onCheck: (isChecked: boolean) => void
}

function AlsoInChannel({ channelId, isChecked, onCheck }: AlsoInChannelProps) {
  const text = useText()
  const names = useNames()
  const channel = useSession((session) => session.channels.get(channelId)?.channel)
  if (!channel) return null
  return (
    <label className="also-in-channel">
      <input type="checkbox" checked={isChecked} onChange={(event) => onCheck(event.currentTarget.checked)} />
      <span>
        {channel.kind === 'direct'
          ? text('web.thread.alsoDirect')
          : text('web.thread.alsoInChannel', { channel: names.channel(channel) })}
      </span>
    </label>
  )
}
