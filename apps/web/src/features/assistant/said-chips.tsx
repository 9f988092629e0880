import type { SaidSentence } from '@parley/protocol'
import { Link } from 'wouter'
import { exactTime, shortDate } from '../../app/time'
import { useNames } from '../../app/use-names'
import { useReader } from '../../app/use-reader'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { messagePath } from '../conversation/message-path'

/** Messages that an answer rests on: who wrote it, where and when. Each opens at its place. */
export function SaidChips({ said }: { said: readonly SaidSentence[] }) {
  const text = useText()
  return (
    <ol className="sources" aria-label={text('web.assistant.sources')}>
      {said.map((sentence) => (
        <li key={`${sentence.messageId}-${sentence.text}`}>
          <SaidChip said={sentence} />
        </li>
      ))}
    </ol>
  )
}

function SaidChip({ said }: { said: SaidSentence }) {
  const names = useNames()
  const reader = useReader()
  const author = useSession(({ users }) => users.get(said.authorId))
  const channel = useSession(({ channels }) => channels.get(said.channelId)?.channel)
  const place = channel && (channel.kind === 'direct' ? names.channel(channel) : `#${channel.name}`)
  const facts = [place, shortDate(said.createdAt, reader)].filter(Boolean).join(' · ')
  return (
    <Link href={messagePath(said)} className="source-chip" title={`${said.text}\n${exactTime(said.createdAt, reader)}`}>
      {author && <Avatar user={author} size={20} />}
      <span className="source-chip__title">
        <span className="source-chip__author">{names.personById(said.authorId)}</span> {facts}
      </span>
    </Link>
  )
}
