import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../../app/use-text'

export interface PageHeadProps {
  readonly title: ReactNode
  readonly subtitle?: ReactNode
  /** Whether a narrow screen shows the way back to the list. */
  readonly hasBack?: boolean
  readonly children?: ReactNode
}

export function PageHead({ title, subtitle, hasBack, children }: PageHeadProps) {
  const text = useText()
  return (
    <header className="page-head">
      {hasBack && (
        <Link href="/" className="icon-button page-head__back" aria-label={text('web.app.back')}>
          <ArrowLeft size={18} />
        </Link>
      )}
      <div className="page-head__titles">
        <h1 className="page-head__title">{title}</h1>
        {subtitle && <p className="page-head__subtitle">{subtitle}</p>}
      </div>
      <div className="page-head__actions">{children}</div>
    </header>
  )
}
