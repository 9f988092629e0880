import type { Event, Message } from '@parley/protocol'
import { Bookmark } from 'lucide-react'
import { useCommand } from '../../app/use-command'
import { useQuery } from '../../app/use-query'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { PageHead } from '../shell/page-head'
import { MessageExcerpt } from './message-excerpt'
import { useReloadOn } from './use-reload-on'

const isNews = ({ type }: Event) => type === 'message-saved' || type === 'message-edited'

/** What the reader has kept for later. */
export default function SavedPage() {
  const text = useText()
  const count = useSession(({ savedMessageIds }) => savedMessageIds.size)
  return (
    <>
      <PageHead hasBack title={text('web.saved.title')} subtitle={text('web.saved.count', { count })} />
      <main className="page">
        <div className="page__inner">
          <SavedList />
        </div>
      </main>
    </>
  )
}

function SavedList() {
  const text = useText()
  const { loaded, reload } = useQuery('messages.saved', {})
  const savedIds = useSession(({ savedMessageIds }) => savedMessageIds)
  useReloadOn(isNews, reload)
  if (loaded.phase === 'loading') return <SkeletonRows height={96} count={3} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const messages = loaded.answer.messages.filter(({ id }) => savedIds.has(id))
  if (messages.length === 0) {
    return <EmptyState icon={Bookmark} title={text('web.saved.empty')} hint={text('web.saved.emptyHint')} />
  }
  return (
    <ul className="excerpts">
      {messages.map((message) => (
        <MessageExcerpt key={message.id} message={message} hasChannel>
          <Drop message={message} />
        </MessageExcerpt>
      ))}
    </ul>
  )
}

function Drop({ message: { id: messageId } }: { message: Message }) {
  const text = useText()
  const command = useCommand()
  const keep = () => command('messages.save', { messageId, isSaved: true })
  const drop = () =>
    command('messages.save', { messageId, isSaved: false }, { text: text('web.message.unsavedToast'), onUndo: keep })
  return (
    <button type="button" className="link-button" onClick={drop}>
      {text('web.saved.done')}
    </button>
  )
}
