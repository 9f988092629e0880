import { ChannelId, type Event, type Message } from '@parley/protocol'
import { Pin } from 'lucide-react'
import { useCallback } from 'react'
import { useCommand } from '../../app/use-command'
import { useQuery } from '../../app/use-query'
import { useMe, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { mayPin } from '../moderation/channel-rights'
import { NotFound } from '../shell/not-found'
import { MessageExcerpt } from './message-excerpt'
import { useReloadOn } from './use-reload-on'

export default function PinsPanel({ channelId }: { channelId: string }) {
  const id = ChannelId.safeParse(channelId).data
  return id ? <Pins channelId={id} /> : <NotFound />
}

const changing: readonly Event['type'][] = ['message-pinned', 'message-deleted', 'message-edited']

function Pins({ channelId }: { channelId: ChannelId }) {
  const text = useText()
  const { loaded, reload } = useQuery('messages.pinned', { channelId })
  const isNews = useCallback(
    (event: Event) => changing.includes(event.type) && (event.streamId as string) === channelId,
    [channelId],
  )
  useReloadOn(isNews, reload)
  const me = useMe()
  const mayUnpin = useSession(({ channels }) => {
    const view = channels.get(channelId)
    return view !== undefined && mayPin(view, me)
  })
  if (loaded.phase === 'loading') return <SkeletonRows height={96} count={3} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { messages } = loaded.answer
  if (messages.length === 0) {
    return <EmptyState icon={Pin} title={text('web.pins.empty')} hint={text('web.pins.emptyHint')} />
  }
  return (
    <ul className="excerpts">
      {messages.map((message) => (
        <MessageExcerpt key={message.id} message={message} hasChannel={false}>
          {mayUnpin && <Unpin message={message} />}
        </MessageExcerpt>
      ))}
    </ul>
  )
}

function Unpin({ message: { id: messageId } }: { message: Message }) {
  const text = useText()
  const command = useCommand()
  const pin = () => command('messages.pin', { messageId, isPinned: true })
  const unpin = () =>
    command('messages.pin', { messageId, isPinned: false }, { text: text('web.message.unpinnedToast'), onUndo: pin })
  return (
    <button type="button" className="link-button" onClick={unpin}>
      {text('web.message.unpin')}
    </button>
  )
}
