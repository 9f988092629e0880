import type { Message, QueryAnswer } from '@parley/protocol'
import { AtSign } from 'lucide-react'
import type { Pages } from '../../app/use-pages'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { MoreButton } from '../../components/more-button'
import { SkeletonRows } from '../../components/skeleton'
import { PageHead } from '../shell/page-head'
import { MessageExcerpt } from './message-excerpt'
import { useMentionsList } from './use-mentions-list'

/** Where the reader was called. */
export default function MentionsPage() {
  const text = useText()
  return (
    <>
      <PageHead hasBack title={text('web.mentions.title')} subtitle={text('web.mentions.hint')} />
      <main className="page">
        <div className="page__inner">
          <Mentions list={useMentionsList()} />
        </div>
      </main>
    </>
  )
}

function Mentions({ list }: { list: Pages<QueryAnswer<'messages.mentions'>> }) {
  const text = useText()
  const { loaded } = list
  if (loaded.phase === 'loading') return <SkeletonRows height={96} count={3} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={list.reload} />
  const messages = loaded.answer.flatMap((page) => page.messages)
  if (messages.length === 0) {
    return <EmptyState icon={AtSign} title={text('web.mentions.empty')} hint={text('web.mentions.emptyHint')} />
  }
  return (
    <>
      <ul className="excerpts">
        {messages.map((message) => (
          <Mention key={message.id} message={message} />
        ))}
      </ul>
      <MoreButton pages={list} label={text('web.mentions.older')} />
    </>
  )
}

function Mention({ message }: { message: Message }) {
  const isUnread = useSession(({ channels }) =>
    Boolean(channels.get(message.channelId)?.unreadMentions.includes(message.messageNumber)),
  )
  return <MessageExcerpt message={message} hasChannel isUnread={isUnread} />
}
