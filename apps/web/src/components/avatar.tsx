import type { User } from '@parley/protocol'
import { Sparkle } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { hueOf, initialsOf } from './person-look'

export interface AvatarProps {
  readonly user: Pick<User, 'id' | 'name' | 'kind'> & Partial<Pick<User, 'avatarId'>>
  readonly size?: number
}

/** A person's mark. The name stands beside it, so it says nothing to a screen reader. */
export function Avatar({ user, size = 36 }: AvatarProps) {
  const style = { '--avatar-size': `${size}px`, '--hue': hueOf(user.id) } as CSSProperties
  const isAssistant = user.kind === 'assistant'
  return (
    <span className={isAssistant ? 'avatar avatar--assistant' : 'avatar'} style={style} aria-hidden="true">
      {isAssistant ? <Sparkle size={size * 0.55} /> : initialsOf(user.name)}
      {user.avatarId && <Picture key={user.avatarId} url={pictureUrl(user.id, user.avatarId, size)} />}
    </span>
  )
}

/** Up to this size the small picture has a pixel for each of a dense screen's. */
const SMALL_UP_TO = 48

const pictureUrl = (userId: string, avatarId: string, size: number) =>
  `/api/avatars/${userId}/${avatarId}/${size <= SMALL_UP_TO ? 'small' : 'large'}`

/** Over the initials, which stay where it cannot be had: nothing moves when it comes. */
function Picture({ url }: { url: string }) {
  const [isMissing, setIsMissing] = useState(false)
  if (isMissing) return null
  return <img className="avatar__picture" src={url} alt="" decoding="async" onError={() => setIsMissing(true)} />
}
