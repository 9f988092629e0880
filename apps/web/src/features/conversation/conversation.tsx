import type { ChannelView } from '@parley/client'
import type { ChannelId, MessageId } from '@parley/protocol'
import { useEffect, useMemo, useReducer, useState } from 'react'
import { useNames } from '../../app/use-names'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Composer } from '../composer/composer'
import { DropFiles } from '../files/drop-files'
import { Announcer } from './announcer'
import { ChannelStart } from './channel-start'
import { ConversationHead } from './conversation-head'
import { ConversationContext, focusReducer, nothingFocused } from './conversation-state'
import { holdTarget } from './hold-target'
import { MessageList } from './message-list'
import { isShownInChannel, useChannelFeed } from './use-channel-feed'

export interface ConversationProps {
  readonly channelId: ChannelId
  /** The message that the address names, by its `seq`; null shows the newest. */
  readonly seq: number | null
  /** The thread that stands beside it. */
  readonly besideId: MessageId | null
}

export function Conversation({ channelId, seq, besideId }: ConversationProps) {
  const view = useSession((session) => session.channels.get(channelId))
  const targetSeq = useHeldTarget(seq, besideId !== null)
  useLeaving(channelId)
  return view ? <OpenConversation view={view} targetSeq={targetSeq} besideId={besideId} /> : null
}

/** Of a channel that nobody looks at the newest messages stay, so that it is there at once the next time. */
function useLeaving(channelId: ChannelId): void {
  const { client } = useServices()
  useEffect(() => () => client.leaveChannel(channelId), [client, channelId])
}

function useHeldTarget(seq: number | null, hasThread: boolean): number | null {
  const [held, setHeld] = useState({ address: { seq, hasThread }, target: hasThread ? null : seq })
  const { address, target } = held
  if (address.seq === seq && address.hasThread === hasThread) return target
  const next = holdTarget(target, address, { seq, hasThread })
  setHeld({ address: { seq, hasThread }, target: next })
  return next
}

interface OpenConversationProps {
  readonly view: ChannelView
  readonly targetSeq: number | null
  readonly besideId: MessageId | null
}

function OpenConversation({ view, targetSeq, besideId }: OpenConversationProps) {
  const text = useText()
  const names = useNames()
  const [focus, dispatch] = useReducer(focusReducer, nothingFocused)
  const channelId = view.channel.id
  const control = useMemo(
    () => ({ channelId, threadId: null, targetSeq, focus, dispatch }),
    [channelId, targetSeq, focus],
  )
  const feed = useChannelFeed(view)
  return (
    <ConversationContext value={control}>
      <main className="conversation" data-conversation="channel">
        <ConversationHead view={view} />
        <DropFiles isArchived={view.channel.archivedAt !== null}>
          <MessageList
            feed={feed}
            label={text('web.conversation.label', { channel: names.channel(view.channel) })}
            start={<ChannelStart view={view} />}
          />
          <Composer view={view} messages={view.window.messages} isFocusedAtStart={besideId === null} />
        </DropFiles>
        <Announcer
          isHeard={(it) =>
            it.channelId === channelId && isShownInChannel(it) && (!besideId || it.threadId !== besideId)
          }
        />
      </main>
    </ConversationContext>
  )
}
