import type { ChannelView } from '@parley/client'
import { useCommand } from '../../app/use-command'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { useMayModerate } from '../moderation/use-may-moderate'

/** In the place of the composer: an archived channel is for reading, until a moderator opens it again. */
export function ArchivedBar({ view }: { view: ChannelView }) {
  const text = useText()
  const command = useCommand()
  const mayReopen = useMayModerate(view)
  const reopen = () => command('channels.archive', { channelId: view.channel.id, isArchived: false })
  return (
    <div className="composer__archived">
      <p>{text('web.channel.archived')}</p>
      {mayReopen && <Button onClick={reopen}>{text('web.channel.reopen')}</Button>}
    </div>
  )
}
