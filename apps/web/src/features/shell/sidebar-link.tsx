import type { ReactNode } from 'react'
import { Link, useRoute } from 'wouter'

export interface SidebarLinkProps {
  readonly href: string
  readonly icon: ReactNode
  readonly label: string
  /** A small word at the end, such as a count. */
  readonly note?: string
  readonly isUnread?: boolean
  /** What the note means, for screen readers. */
  readonly noteLabel?: string
}

export function SidebarLink({ href, icon, label, note, isUnread, noteLabel }: SidebarLinkProps) {
  const [isHere] = useRoute(`${href}/*?`)
  return (
    <Link
      href={href}
      className={isUnread ? 'side-link side-link--unread' : 'side-link'}
      aria-current={isHere ? 'page' : undefined}
    >
      <span className="side-link__icon" aria-hidden="true">
        {icon}
      </span>
      <span className="side-link__label">{label}</span>
      {note && (
        <span className={isUnread ? 'side-link__count' : 'side-link__note'}>
          <span aria-hidden={noteLabel ? true : undefined}>{note}</span>
          {noteLabel && <span className="visually-hidden">{noteLabel}</span>}
        </span>
      )}
    </Link>
  )
}
