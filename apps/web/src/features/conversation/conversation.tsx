import type { ChannelView } from '@parley/client'
import type { ChannelId } from '@parley/protocol'
import { useMemo, useReducer } from 'react'
import { useSession } from '../../app/use-services'
import { Composer } from '../composer/composer'
import { Announcer } from './announcer'
import { ConversationHead } from './conversation-head'
import { ConversationContext, focusReducer, nothingFocused } from './conversation-state'
import { MessageList } from './message-list'

export interface ConversationProps {
  readonly channelId: ChannelId
  /** The message to show, by its `seq`; null shows the newest. */
  readonly targetSeq: number | null
}

export function Conversation({ channelId, targetSeq }: ConversationProps) {
  const view = useSession((session) => session.channels.get(channelId))
  return view ? <OpenConversation view={view} targetSeq={targetSeq} /> : null
}

function OpenConversation({ view, targetSeq }: { view: ChannelView; targetSeq: number | null }) {
  const [focus, dispatch] = useReducer(focusReducer, nothingFocused)
  const channelId = view.channel.id
  const control = useMemo(() => ({ channelId, targetSeq, focus, dispatch }), [channelId, targetSeq, focus])
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
