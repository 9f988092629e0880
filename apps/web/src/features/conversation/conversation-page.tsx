import './conversation.css'
import './message.css'
import { ChannelId, MessageId } from '@parley/protocol'
import { useEffect } from 'react'
import { useOverlay } from '../../app/use-overlay'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { NotFound } from '../shell/not-found'
import { Conversation } from './conversation'
import { lastChannelKey } from './last-channel'

export interface ConversationPageProps {
  readonly channelId: string
  readonly seq: string | undefined
  readonly threadId: string | undefined
}

export function ConversationPage({ channelId, seq, threadId }: ConversationPageProps) {
  const id = ChannelId.safeParse(channelId).data
  const isKnown = useSession((session) => id !== undefined && session.channels.has(id))
  const myId = useSession((session) => session.me.id)
  const { storage } = useServices()
  useEffect(() => {
    if (id && isKnown) storage.setItem(lastChannelKey(myId), id)
  }, [storage, myId, id, isKnown])
  if (!id || !isKnown) return <NoChannel />
  const besideId = MessageId.safeParse(threadId).data ?? null
  // The key: drafts, scroll position and the unread line belong to one channel.
  return <Conversation key={id} channelId={id} seq={seq ? Number(seq) : null} besideId={besideId} />
}

/** The link may be to a public channel that the reader can join. */
function NoChannel() {
  const text = useText()
  const { open } = useOverlay()
  return (
    <NotFound>
      <Button onClick={() => open({ kind: 'browse' })}>{text('web.nav.browse')}</Button>
    </NotFound>
  )
}
