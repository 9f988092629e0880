import type { MessageId } from '@parley/protocol'
import { Bell, BellOff } from 'lucide-react'
import { useCommand } from '../../app/use-command'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'

/** Whether one is told of replies. */
export function FollowButton({ threadId }: { threadId: MessageId }) {
  const text = useText()
  const command = useCommand()
  const isFollowing = useSession((session) => session.threads.get(threadId)?.isFollowing ?? false)
  const Icon = isFollowing ? Bell : BellOff
  const done = { text: text(isFollowing ? 'web.thread.unfollowed' : 'web.thread.followed') }
  const toggle = () => command('threads.follow', { threadId, isFollowing: !isFollowing }, done)
  return (
    <IconButton label={text('web.thread.follow')} aria-pressed={isFollowing} onClick={toggle}>
      <Icon size={18} />
    </IconButton>
  )
}
