import type { Channel } from '@parley/protocol'
import { Pencil } from 'lucide-react'
import { useOverlay } from '../../app/use-overlay'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'

/** What a channel is about and what it is for; all but guests may change it. */
export function ChannelAbout({ channel: { id: channelId, topic, purpose } }: { channel: Channel }) {
  const text = useText()
  const me = useMe()
  const { open } = useOverlay()
  return (
    <>
      <dl className="facts">
        <dt>{text('web.channel.topic')}</dt>
        <dd>{topic || text('web.channel.noTopic')}</dd>
        {purpose && (
          <>
            <dt>{text('web.channel.purpose')}</dt>
            <dd>{purpose}</dd>
          </>
        )}
      </dl>
      {me.role !== 'guest' && (
        <Button onClick={() => open({ kind: 'edit-channel', channelId })}>
          <Pencil size={16} aria-hidden="true" />
          {text('web.channel.edit')}
        </Button>
      )}
    </>
  )
}
