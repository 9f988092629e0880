import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}

/** A list without entries: what is missing, and what to do. */
export function EmptyState({ icon: Icon, title, hint, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <span className="empty__icon">
        <Icon size={20} aria-hidden="true" />
      </span>
      <p className="empty__title">{title}</p>
      {hint && <p className="empty__text">{hint}</p>}
      {children}
    </div>
  )
}
