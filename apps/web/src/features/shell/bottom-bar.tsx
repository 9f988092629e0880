import { BookOpen, ListChecks, MessagesSquare, Users } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { useText } from '../../app/use-text'

const entries = [
  { href: '/', label: 'web.nav.channels', icon: MessagesSquare },
  { href: '/tasks', label: 'web.nav.tasks', icon: ListChecks },
  { href: '/knowledge', label: 'web.nav.knowledge', icon: BookOpen },
  { href: '/people', label: 'web.nav.people', icon: Users },
] as const

/** The pages on a narrow screen. */
export function BottomBar() {
  const text = useText()
  const [path] = useLocation()
  return (
    <nav className="bottom-bar" aria-label={text('web.nav.label')}>
      {entries.map(({ href, label, icon: Icon }) => (
        <Link key={href} href={href} className="bottom-bar__link" aria-current={path === href ? 'page' : undefined}>
          <Icon size={20} aria-hidden="true" />
          {text(label)}
        </Link>
      ))}
    </nav>
  )
}
