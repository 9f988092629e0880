import type { User, UserId } from '@parley/protocol'
import { Suspense } from 'react'
import { lazyPart } from '../../app/lazy-part'

const Dot = lazyPart(() => import('./presence-dot'))
const Mark = lazyPart(() => import('./status-mark'))

/** Fetched after the page is there: a name is a name without them. */
export function PresenceDot({ user }: { user: Pick<User, 'id' | 'kind'> }) {
  return (
    <Suspense fallback={null}>
      <Dot user={user} />
    </Suspense>
  )
}

export function StatusMark({ userId }: { userId: UserId }) {
  return (
    <Suspense fallback={null}>
      <Mark userId={userId} />
    </Suspense>
  )
}
