import type { Message } from '@parley/protocol'
import { CheckCheck, MessageSquareReply } from 'lucide-react'
import { useId, useMemo, useReducer } from 'react'
import { Link } from 'wouter'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { messageKey } from '../conversation/build-rows'
import { ConversationContext, focusReducer, nothingFocused } from '../conversation/conversation-state'
import { channelPath, threadPath } from '../conversation/message-path'
import { MessageRow } from '../conversation/message-row'
import { ChannelIcon } from '../shell/channel-icon'
import { placeKey, type UnreadPlace } from './unread-places'
import { useUnreadMessages } from './use-unread-messages'

export interface UnreadGroupProps {
  readonly place: UnreadPlace
  readonly onRead: () => void
}

/** The unread messages of one channel or thread, as they stand there. */
export function UnreadGroup({ place, onRead }: UnreadGroupProps) {
  const text = useText()
  const headingId = useId()
  const { channelId, threadId } = place
  const [focus, dispatch] = useReducer(focusReducer, nothingFocused)
  const control = useMemo(
    () => ({ channelId, threadId, targetSeq: null, focus, dispatch }),
    [channelId, threadId, focus],
  )
  return (
    <section className="unread-group" aria-labelledby={headingId} data-unread-place={placeKey(place)} tabIndex={-1}>
      <header className="unread-group__head">
        <h2 id={headingId} className="unread-group__title">
          <PlaceLink place={place} />
        </h2>
        <span className="unread-group__count">{text('web.unreads.count', { count: place.unread })}</span>
        <Button look="quiet" onClick={onRead}>
          <CheckCheck size={16} aria-hidden="true" />
          {text('web.unreads.markRead')}
        </Button>
      </header>
      <ConversationContext value={control}>
        <UnreadMessages place={place} />
      </ConversationContext>
    </section>
  )
}

const pathOf = ({ channelId, threadId }: UnreadPlace) =>
  threadId ? threadPath(channelId, threadId) : channelPath(channelId)

function PlaceLink({ place }: { place: UnreadPlace }) {
  const text = useText()
  const names = useNames()
  const view = useSession(({ channels }) => channels.get(place.channelId))
  if (!view) return null
  const name = names.channel(view.channel)
  return (
    <Link href={pathOf(place)} className="unread-group__link">
      {place.threadId ? <MessageSquareReply size={16} aria-hidden="true" /> : <ChannelIcon channel={view.channel} />}
      {place.threadId ? text('web.unreads.threadIn', { channel: name }) : name}
    </Link>
  )
}

function UnreadMessages({ place }: { place: UnreadPlace }) {
  const text = useText()
  const { loaded, reload } = useUnreadMessages(place)
  if (loaded.phase === 'loading') return <SkeletonRows height={56} count={1} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const earlier = place.unread - loaded.answer.length
  return (
    <>
      {earlier > 0 && (
        <Link href={pathOf(place)} className="unread-group__earlier">
          {text('web.unreads.earlier', { count: earlier })}
        </Link>
      )}
      {loaded.answer.map((message, index) => (
        <UnreadMessage key={message.id} message={message} before={loaded.answer[index - 1]} />
      ))}
    </>
  )
}

/** Messages of one author that follow each other stand under one name. */
function UnreadMessage({ message, before }: { message: Message; before: Message | undefined }) {
  const key = messageKey(message.authorId, message.clientMessageId)
  return <MessageRow message={message} rowKey={key} isFirst={message.authorId !== before?.authorId} isFocusTarget />
}
