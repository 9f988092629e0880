import '../profiles/profiles.css'
import type { ChannelView } from '@parley/client'
import type { User, UserId } from '@parley/protocol'
import { Shield } from 'lucide-react'
import { useFirst } from '../../app/use-first'
import { useNames } from '../../app/use-names'
import { usePanel } from '../../app/use-panel'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { MemberMenu } from '../moderation/member-menu'
import { useMayModerate } from '../moderation/use-may-moderate'
import { usePeople } from '../people/use-people'
import { PresenceDot, StatusMark } from '../profiles/person-marks'
import { useMembersQuery } from './use-members-query'

export function MemberList({ view }: { view: ChannelView }) {
  const text = useText()
  const people = usePeople()
  const { loaded, reload } = useMembersQuery(view.channel.id)
  if (loaded.phase === 'loading') {
    return <SkeletonRows height={36} count={Math.min(6, view.memberCount)} label={text('web.app.loading')} />
  }
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const ids = new Set(loaded.answer.userIds)
  const members = people.filter((user) => ids.has(user.id))
  return <Members view={view} members={members} moderatorIds={new Set(loaded.answer.moderatorIds)} />
}

interface MembersProps {
  readonly view: ChannelView
  readonly members: readonly User[]
  readonly moderatorIds: ReadonlySet<UserId>
}

function Members({ view, members, moderatorIds }: MembersProps) {
  const text = useText()
  const { shown, left, showMore } = useFirst(members)
  return (
    <>
      <ul className="members">
        {shown.map((user) => (
          <MemberRow key={user.id} view={view} user={user} isModerator={moderatorIds.has(user.id)} />
        ))}
      </ul>
      {left > 0 && <Button onClick={showMore}>{text('web.people.more', { count: left })}</Button>}
    </>
  )
}

interface MemberRowProps {
  readonly view: ChannelView
  readonly user: User
  readonly isModerator: boolean
}

function MemberRow({ view, user, isModerator }: MemberRowProps) {
  const text = useText()
  const names = useNames()
  const { open } = usePanel()
  const me = useMe()
  const mayModerate = useMayModerate(view)
  const channelId = view.channel.id
  return (
    <li className="member">
      <span className="with-presence">
        <Avatar user={user} size={24} />
        <PresenceDot user={user} />
      </span>
      <button type="button" className="person-link" onClick={() => open({ kind: 'person', id: user.id })}>
        {names.person(user)}
      </button>
      <StatusMark userId={user.id} />
      {isModerator && <Shield size={14} role="img" aria-label={text('web.rules.moderator')} />}
      {mayModerate && user.id !== me.id && <MemberMenu {...{ user, channelId, isModerator }} />}
    </li>
  )
}
