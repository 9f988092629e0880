import '../conversation/conversation.css'
import '../conversation/message.css'
import './threads.css'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { PageHead } from '../shell/page-head'
import { countUnreadThreads } from './count-unread-threads'
import { ThreadList } from './thread-list'

/** The threads that one follows, newest reply first. */
export default function ThreadsPage() {
  const text = useText()
  const count = useSession(({ threads }) => countUnreadThreads(threads.values()))
  return (
    <>
      <PageHead
        title={text('web.threads.title')}
        subtitle={count > 0 ? text('web.threads.unread', { count }) : text('web.threads.allRead')}
      />
      <main className="page">
        <ThreadList />
      </main>
    </>
  )
}
