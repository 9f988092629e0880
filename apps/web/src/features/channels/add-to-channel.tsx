import type { ChannelView } from '@parley/client'
import { UserPlus } from 'lucide-react'
import { useOverlay } from '../../app/use-overlay'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { mayInvite } from '../moderation/channel-rights'
import { MOST_DIRECT_PEOPLE } from './most-direct-people'

/** Brings people into a channel, for those who may; from a direct one it leads to another, with them. */
export function AddToChannel({ view }: { view: ChannelView }) {
  const text = useText()
  const me = useMe()
  const { open } = useOverlay()
  const { channel } = view
  const partnerIds = (channel.directUserIds ?? []).filter((id) => id !== me.id)
  const isOffered = channel.kind === 'direct' ? partnerIds.length < MOST_DIRECT_PEOPLE : mayInvite(view, me)
  if (!isOffered) return null
  const add = () =>
    open(
      channel.kind === 'direct'
        ? { kind: 'new-direct', withUserIds: partnerIds }
        : { kind: 'add-members', channelId: channel.id },
    )
  return (
    <Button onClick={add}>
      <UserPlus size={16} aria-hidden="true" />
      {text('web.channel.addPeople')}
    </Button>
  )
}
