import type { ChannelView } from '@parley/client'
import { useNames } from '../../app/use-names'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { usePeople } from '../people/use-people'

export function MemberList({ view }: { view: ChannelView }) {
  const text = useText()
  const names = useNames()
  const people = usePeople()
  const { loaded, reload } = useQuery('channels.members', { channelId: view.channel.id })
  if (loaded.phase === 'loading') {
    return <SkeletonRows height={36} count={Math.min(6, view.memberCount)} label={text('web.app.loading')} />
  }
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const ids = new Set(loaded.answer.userIds)
  return (
    <ul className="members">
      {people
        .filter((user) => ids.has(user.id))
        .map((user) => (
          <li key={user.id} className="member">
            <Avatar user={user} size={24} />
            {names.person(user)}
          </li>
        ))}
    </ul>
  )
}
