import type { MessageId } from '@parley/protocol'
import { Bell, BellOff } from 'lucide-react'
import { describeError } from '../../app/describe-error'
import { useLanguage, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { useToast } from '../../components/toasts'

/** Whether one is told of replies. */
export function FollowButton({ threadId }: { threadId: MessageId }) {
  const text = useText()
  const toast = useToast()
  const language = useLanguage()
  const { client } = useServices()
  const isFollowing = useSession((session) => session.threads.get(threadId)?.isFollowing ?? false)
  const Icon = isFollowing ? Bell : BellOff
  const toggle = () => {
    client
      .command('threads.follow', { threadId, isFollowing: !isFollowing })
      .then(() => toast({ text: text(isFollowing ? 'web.thread.unfollowed' : 'web.thread.followed') }))
      .catch((error: unknown) => toast({ text: describeError(error, language).text }))
  }
  return (
    <IconButton label={text('web.thread.follow')} aria-pressed={isFollowing} onClick={toggle}>
      <Icon size={18} />
    </IconButton>
  )
}
