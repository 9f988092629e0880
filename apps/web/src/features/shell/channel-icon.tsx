import type { Channel } from '@parley/protocol'
import { Hash, Lock, Users } from 'lucide-react'
import { Avatar } from '../../components/avatar'
import { PresenceDot } from '../profiles/person-marks'
import { useOnlyPartner } from './use-only-partner'

export function ChannelIcon({ channel, size = 16 }: { channel: Channel; size?: number }) {
  const only = useOnlyPartner(channel)
  if (channel.kind === 'public') return <Hash size={size} />
  if (channel.kind === 'private') return <Lock size={size - 1} />
  if (!only) return <Users size={size} />
  return (
    <span className="with-presence">
      <Avatar user={only} size={size + 4} />
      <PresenceDot user={only} />
    </span>
  )
}
