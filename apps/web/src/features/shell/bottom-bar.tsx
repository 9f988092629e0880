import { BookOpen, ListChecks, MessageSquareReply, MessagesSquare, Users } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { countUnreadThreads } from '../threads/count-unread-threads'
import { THREADS_PATH } from '../threads/thread-place'

const entries = [
  { href: '/', label: 'web.nav.channels', icon: MessagesSquare },
  { href: THREADS_PATH, label: 'web.threads.title', icon: MessageSquareReply },
  { href: '/tasks', label: 'web.nav.tasks', icon: ListChecks },
  { href: '/knowledge', label: 'web.nav.knowledge', icon: BookOpen },
  { href: '/people', label: 'web.nav.people', icon: Users },
] as const

/** The pages on a narrow screen. */
export function BottomBar() {
  const text = useText()
  const [path] = useLocation()
  const unread = useSession(({ threads }) => countUnreadThreads(threads.values()))
  return (
    <nav className="bottom-bar" aria-label={text('web.nav.label')}>
      {entries.map(({ href, label, icon: Icon }) => (
        <Link key={href} href={href} className="bottom-bar__link" aria-current={path === href ? 'page' : undefined}>
          <Icon size={20} aria-hidden="true" />
          {text(label)}
          {href === THREADS_PATH && unread > 0 && (
            <span className="bottom-bar__news">
              <span className="visually-hidden">{text('web.threads.unread', { count: unread })}</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
