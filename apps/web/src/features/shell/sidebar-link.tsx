import type { ReactNode } from 'react'
import { Link, useRoute } from 'wouter'

export interface SidebarLinkProps {
  readonly href: string
  readonly icon: ReactNode
  readonly label: string
  /** A small word at the end, such as a count. */
  readonly note?: string
  readonly isUnread?: boolean
  /** What the note, or being unread, means; for screen readers. */
  readonly noteLabel?: string
  /** The note is a number that asks for attention; that of an unread link always is. */
  readonly isCount?: boolean
  /** Muted: dimmed. */
  readonly isQuiet?: boolean
  /** Right after the label. */
  readonly beside?: ReactNode
  /** Shown at the end while the page is elsewhere. */
  readonly mark?: ReactNode
}

export function SidebarLink(props: SidebarLinkProps) {
  const { href, icon, label, isUnread, isQuiet, beside, mark } = props
  const [isHere] = useRoute(`${href}/*?`)
  const looks = ['side-link', isUnread && 'side-link--unread', isQuiet && 'side-link--quiet']
  return (
    <Link href={href} className={looks.filter(Boolean).join(' ')} aria-current={isHere ? 'page' : undefined}>
      <span className="side-link__icon" aria-hidden="true">
        {icon}
      </span>
      <span className="side-link__label">{label}</span>
      {beside}
      {mark && !isHere && <span className="side-link__mark">{mark}</span>}
      <Note {...props} />
    </Link>
  )
}

function Note({ note, noteLabel, isUnread, isCount }: SidebarLinkProps) {
  if (!note) return noteLabel ? <span className="visually-hidden">{noteLabel}</span> : null
  return (
    <span className={isUnread || isCount ? 'side-link__count' : 'side-link__note'}>
      <span aria-hidden={noteLabel ? true : undefined}>{note}</span>
      {noteLabel && <span className="visually-hidden">{noteLabel}</span>}
    </span>
  )
}
