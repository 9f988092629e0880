import { unreadReplies } from '@parley/client'
import type { Message } from '@parley/protocol'
import { type ReactNode, useMemo, useReducer } from 'react'
import { Link, useLocation } from 'wouter'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { messageKey } from '../conversation/build-rows'
import { ConversationContext, focusReducer, nothingFocused } from '../conversation/conversation-state'
import { channelPath } from '../conversation/message-path'
import { MessageRow } from '../conversation/message-row'
import { ChannelIcon } from '../shell/channel-icon'
import type { ListedThread } from './is-thread-news'
import { pathBeside } from './thread-place'
import { useThreadPlace } from './use-thread-place'

/** A followed thread: what it hangs on, its last replies, and the way to all of them, beside the list. */
export function ThreadEntry({ listed: { root, lastReplies } }: { listed: ListedThread }) {
  const text = useText()
  const [focus, dispatch] = useReducer(focusReducer, nothingFocused)
  const { channelId, id: threadId } = root
  const control = useMemo(
    () => ({ channelId, threadId, targetSeq: null, focus, dispatch }),
    [channelId, threadId, focus],
  )
  const { thread } = useThreadPlace()
  const earlier = root.replyCount - lastReplies.length
  return (
    <li className="thread-entry" data-is-open={thread?.threadId === threadId}>
      <EntryHead root={root} />
      <ConversationContext value={control}>
        <EntryMessage message={root} />
        {earlier > 0 && <OpenLink root={root}>{text('web.threads.earlier', { count: earlier })}</OpenLink>}
        {lastReplies.map((reply) => (
          <EntryMessage key={reply.id} message={reply} />
        ))}
      </ConversationContext>
      <OpenLink root={root}>{text('web.message.reply')}</OpenLink>
    </li>
  )
}

function EntryHead({ root }: { root: Message }) {
  const text = useText()
  const names = useNames()
  const view = useSession((session) => session.channels.get(root.channelId))
  const unread = useSession(({ threads }) => {
    const thread = threads.get(root.id)
    return thread ? unreadReplies(thread) : 0
  })
  return (
    <h2 className="thread-entry__head">
      {view && (
        <Link href={channelPath(root.channelId)} className="thread-entry__channel">
          <ChannelIcon channel={view.channel} />
          {names.channel(view.channel)}
        </Link>
      )}
      {unread > 0 && <span className="thread-entry__new">{text('web.thread.newReplies', { count: unread })}</span>}
    </h2>
  )
}

function EntryMessage({ message }: { message: Message }) {
  const key = messageKey(message.authorId, message.clientMessageId)
  return <MessageRow message={message} rowKey={key} isFirst isFocusTarget />
}

/** Opens the thread beside the list. */
function OpenLink({ root, children }: { root: Message; children: ReactNode }) {
  const [path] = useLocation()
  const href = pathBeside(path, { channelId: root.channelId, threadId: root.id })
  return (
    <Link href={href} className="thread-entry__link">
      {children}
    </Link>
  )
}
