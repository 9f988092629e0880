import { AtSign, Bookmark } from 'lucide-react'
import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { SidebarLink } from './sidebar-link'

const UnreadsLink = lazyPart(() => import('../unreads/unreads-link'))
const LaterLink = lazyPart(() => import('../later/later-link'))
const ReviewLink = lazyPart(() => import('../moderation/review-link'))

/** Pages of messages from all channels. They lead the list of channels, so that a phone has them, too. */
export function ReadingLinks() {
  const text = useText()
  const mentions = useSession(({ channels }) =>
    [...channels.values()].reduce((sum, view) => sum + view.unreadMentions.length, 0),
  )
  return (
    <>
      <Suspense fallback={null}>
        <UnreadsLink />
      </Suspense>
      <SidebarLink
        href="/mentions"
        icon={<AtSign size={16} />}
        label={text('web.mentions.title')}
        isCount={mentions > 0}
        note={mentions > 0 ? String(mentions) : ''}
        noteLabel={mentions > 0 ? text('web.nav.calls', { count: mentions }) : ''}
      />
      <SidebarLink href="/saved" icon={<Bookmark size={16} />} label={text('web.saved.title')} />
      <Suspense fallback={null}>
        <LaterLink />
        <ReviewLink />
      </Suspense>
    </>
  )
}
