import type { Channel, Message } from '@parley/protocol'
import { useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { clockTime, shortDate } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useReader } from '../../app/use-reader'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToldAction } from '../../app/use-told-action'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { Moment } from '../collected/moment'
import { messagePath } from '../conversation/message-path'
import { plainOfMarkdown } from '../conversation/plain-of-markdown'
import { MessageFileNames } from '../files/message-file-names'
import { excerptOf } from './excerpt-of'

export interface SearchResultProps {
  readonly message: Message
  readonly ranges: readonly { readonly start: number; readonly end: number }[]
  /** Where it was said; undefined while the names of channels are on their way. */
  readonly channel: Channel | undefined
}

/** A message that was found: who, where, when, and the words around the match. All of it leads to the message. */
export function SearchResult({ message, ranges, channel }: SearchResultProps) {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  const author = useSession((session) => session.users.get(message.authorId))
  const isMember = useSession((session) => session.channels.has(message.channelId))
  const name = names.personById(message.authorId)
  const channelName = channel ? names.channel(channel) : text('web.search.otherChannel')
  const plain = useMemo(() => plainOfMarkdown(message.text, ranges), [message.text, ranges])
  const time = `${shortDate(message.createdAt, reader)} ${clockTime(message.createdAt, reader)}`
  return (
    <li className="found">
      <p className="excerpt__facts">
        <Avatar user={author ?? { id: message.authorId, name: '?', kind: 'person' }} size={20} />
        <span className="excerpt__author">{name}</span>
        <span>{channelName}</span>
        {message.threadId && <span>{text('web.search.inThread')}</span>}
        <Moment at={message.createdAt} />
      </p>
      <p className="found__text">
        {excerptOf(plain.text, plain.ranges).map((piece) =>
          piece.isMatch ? <mark key={piece.start}>{piece.text}</mark> : <span key={piece.start}>{piece.text}</span>,
        )}
      </p>
      <MessageFileNames files={message.files} />
      {isMember || !channel ? (
        <Link
          href={messagePath(message)}
          className="found__link"
          data-step
          aria-label={text('web.search.result', { name, channel: channelName, time })}
        />
      ) : (
        <JoinAndOpen message={message} channelName={channelName} />
      )}
    </li>
  )
}

/** A public channel that one is not in is read by those who join it. */
function JoinAndOpen({ message, channelName }: { message: Message; channelName: string }) {
  const text = useText()
  const { client } = useServices()
  const [, navigate] = useLocation()
  const join = useToldAction(async () => {
    await client.command('channels.join', { channelId: message.channelId })
    navigate(messagePath(message))
  })
  return (
    <p className="found__join">
      <Button data-step onClick={() => void join.run()} disabled={join.isRunning}>
        {text('web.search.join', { channel: channelName })}
      </Button>
    </p>
  )
}
