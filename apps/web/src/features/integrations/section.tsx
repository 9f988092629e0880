import { type LucideIcon, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { type IntegrationKind, kindHints, kindTitles } from './integration-kind'

export interface SectionProps {
  readonly kind: IntegrationKind
  readonly count: number
  readonly onAdd: () => void
  readonly children: ReactNode
}

export function Section({ kind, count, onAdd, children }: SectionProps) {
  const text = useText()
  const title = text(kindTitles[kind])
  return (
    <section className="integrations" aria-label={title}>
      <div className="integrations__head">
        <div>
          <h2 className="integrations__title">{title}</h2>
          <p className="integrations__hint">{text(kindHints[kind])}</p>
        </div>
        <Button onClick={onAdd} aria-label={text('web.integrations.addTo', { what: title })}>
          <Plus size={16} aria-hidden="true" />
          {text('web.integrations.add')}
        </Button>
      </div>
      {count === 0 ? (
        <p className="integrations__none">{text('web.integrations.none')}</p>
      ) : (
        <ul className="rows">{children}</ul>
      )}
    </section>
  )
}

export interface EntryProps {
  readonly icon: LucideIcon
  readonly name: string
  readonly notes: readonly string[]
  /** Below it, such as its log. */
  readonly below?: ReactNode
  readonly children: ReactNode
}

export function Entry({ icon: Icon, name, notes, below, children }: EntryProps) {
  return (
    <li>
      <div className="row">
        <Icon size={18} aria-hidden="true" className="integrations__icon" />
        <span className="row__main">
          <span className="row__title">{name}</span>
          <span className="row__note">{notes.join(' · ')}</span>
        </span>
        {children}
      </div>
      {below}
    </li>
  )
}
