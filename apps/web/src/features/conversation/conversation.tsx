import type { ChannelView } from '@parley/client'
import type { ChannelId } from '@parley/protocol'
import { useMemo, useReducer } from 'react'
import { useSession } from '../../app/use-services'
import { Composer } from '../composer/composer'
import { Announcer } from './announcer'
import { ConversationHead } from './conversation-head'
import { ConversationContext, focusReducer, nothingFocused } from './conversation-state'
import { MessageList } from './message-list'

export function Conversation({ channelId }: { channelId: ChannelId }) {
  const view = useSession((session) => session.channels.get(channelId))
  return view ? <OpenConversation view={view} /> : null
}

function OpenConversation({ view }: { view: ChannelView }) {
  const [focus, dispatch] = useReducer(focusReducer, nothingFocused)
  const channelId = view.channel.id
  const control = useMemo(() => ({ channelId, focus, dispatch }), [channelId, focus])
  return (
    <ConversationContext value={control}>
      <main className="conversation">
        <ConversationHead view={view} />
        <MessageList view={view} />
        <Composer view={view} />
        <Announcer channelId={channelId} />
      </main>
    </ConversationContext>
  )
}
