import { Compass } from 'lucide-react'
import { Link } from 'wouter'
import { useText } from '../../app/use-text'
import { EmptyState } from '../../components/empty-state'

export function NotFound() {
  const text = useText()
  return (
    <EmptyState icon={Compass} title={text('web.app.notFound')} hint={text('web.app.notFoundHint')}>
      <Link href="/">{text('web.app.toChannels')}</Link>
    </EmptyState>
  )
}
