import { MessageSquareReply } from 'lucide-react'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { SidebarLink } from '../shell/sidebar-link'
import { countUnreadThreads } from './count-unread-threads'
import { THREADS_PATH } from './thread-place'

/** The way to one's threads, with the number of those that hold something new. */
export function ThreadsLink() {
  const text = useText()
  const count = useSession(({ threads }) => countUnreadThreads(threads.values()))
  return (
    <SidebarLink
      href={THREADS_PATH}
      icon={<MessageSquareReply size={16} />}
      label={text('web.threads.title')}
      isUnread={count > 0}
      note={count > 0 ? String(count) : ''}
      noteLabel={text('web.threads.unread', { count })}
    />
  )
}
