import './conversation.css'
import './message.css'
import { ChannelId } from '@parley/protocol'
import { useEffect } from 'react'
import { useServices, useSession } from '../../app/use-services'
import { NotFound } from '../shell/not-found'
import { Conversation } from './conversation'
import { lastChannelKey } from './last-channel'

export interface ConversationPageProps {
  readonly channelId: string
  readonly seq: string | undefined
}

export function ConversationPage({ channelId, seq }: ConversationPageProps) {
  const id = ChannelId.safeParse(channelId).data
  const isKnown = useSession((session) => id !== undefined && session.channels.has(id))
  const myId = useSession((session) => session.me.id)
  const { storage } = useServices()
  useEffect(() => {
    if (id && isKnown) storage.setItem(lastChannelKey(myId), id)
  }, [storage, myId, id, isKnown])
  // The key: drafts, scroll position and the unread line belong to one channel.
  return id && isKnown ? <Conversation key={id} channelId={id} targetSeq={seq ? Number(seq) : null} /> : <NotFound />
}
