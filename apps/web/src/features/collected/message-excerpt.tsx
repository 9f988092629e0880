import './collected.css'
import type { Message } from '@parley/protocol'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { messagePath } from '../conversation/message-path'
import { MessageText } from '../conversation/message-text'
import { MessageFileNames } from '../files/message-file-names'
import { Moment } from './moment'

export interface MessageExcerptProps {
  readonly message: Message
  /** Whether the channel is named: not where all are of one. */
  readonly hasChannel: boolean
  readonly isUnread?: boolean
  /** What can be done with it, beside going there. */
  readonly children?: ReactNode
}

/** A message away from its conversation: who, where, when, what, and the way there. */
export function MessageExcerpt({ message, hasChannel, isUnread, children }: MessageExcerptProps) {
  const text = useText()
  const names = useNames()
  const author = useSession((session) => session.users.get(message.authorId))
  const channel = useSession((session) => session.channels.get(message.channelId)?.channel)
  const name = names.personById(message.authorId)
  return (
    <li className="excerpt" data-is-unread={isUnread}>
      <p className="excerpt__facts">
        <Avatar user={author ?? { id: message.authorId, name: '?', kind: 'person' }} size={20} />
        <span className="excerpt__author">{name}</span>
        {hasChannel && channel && <span>{names.channel(channel)}</span>}
        <Moment at={message.createdAt} />
        {isUnread && <span className="excerpt__unread">{text('web.channel.unreadMark')}</span>}
      </p>
      <div className="excerpt__text">
        <MessageText content={message.text} isEdited={message.editedAt !== null} />
        <MessageFileNames files={message.files} />
      </div>
      <div className="excerpt__foot">
        <Link href={messagePath(message)} className="link-button" aria-label={text('web.collected.openOf', { name })}>
          {text('web.collected.open')}
        </Link>
        {children}
      </div>
    </li>
  )
}
