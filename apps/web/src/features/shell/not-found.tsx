import { Compass } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'

/** `children`: a nearer way on than the start page. */
export function NotFound({ children }: { children?: ReactNode }) {
  const text = useText()
  return (
    <EmptyState icon={Compass} title={text('web.app.notFound')} hint={text('web.app.notFoundHint')}>
      {children}
      <Link href="/">{text('web.app.toChannels')}</Link>
    </EmptyState>
  )
}
