import type { Channel } from '@parley/protocol'
import { useCommand } from '../../app/use-command'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'

/** In the place of the composer: an archived channel is for reading. */
export function ArchivedBar({ channel }: { channel: Channel }) {
  const text = useText()
  const me = useMe()
  const command = useCommand()
  const reopen = () => command('channels.archive', { channelId: channel.id, isArchived: false })
  return (
    <div className="composer__archived">
      <p>{text('web.channel.archived')}</p>
      {me.role !== 'guest' && <Button onClick={reopen}>{text('web.channel.reopen')}</Button>}
    </div>
  )
}
