import { Flag } from 'lucide-react'
import { useQuery } from '../../app/use-query'
import { useReloadOnVersion } from '../../app/use-reload-on-version'
import { useClient } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { SidebarLink } from '../shell/sidebar-link'
import { useMayReview } from './use-may-review'
import { useReviewTitle } from './use-review-title'

/** Nothing for those who have nothing to look after. */
export default function ReviewLink() {
  return useMayReview() ? <Link /> : null
}

function Link() {
  const text = useText()
  const title = useReviewTitle()
  const { loaded, reload } = useQuery('moderation.reports', {})
  useReloadOnVersion(
    useClient(({ reportsVersion }) => reportsVersion),
    reload,
  )
  const count = loaded.phase === 'ready' ? loaded.answer.openCount : 0
  return (
    <SidebarLink
      href="/reports"
      icon={<Flag size={16} />}
      label={title}
      isCount={count > 0}
      note={count > 0 ? String(count) : ''}
      noteLabel={count > 0 ? text('web.review.waiting', { count }) : ''}
    />
  )
}
