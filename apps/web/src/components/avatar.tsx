import type { User } from '@parley/protocol'
import { Sparkle } from 'lucide-react'
import type { CSSProperties } from 'react'
import { hueOf, initialsOf } from './person-look'

export interface AvatarProps {
  readonly user: Pick<User, 'id' | 'name' | 'kind'>
  readonly size?: number
}

/** A person's mark. The name stands beside it, so it says nothing to a screen reader. */
export function Avatar({ user, size = 36 }: AvatarProps) {
  const style = { '--avatar-size': `${size}px`, '--hue': hueOf(user.id) } as CSSProperties
  const isAssistant = user.kind === 'assistant'
  return (
    <span className={isAssistant ? 'avatar avatar--assistant' : 'avatar'} style={style} aria-hidden="true">
      {isAssistant ? <Sparkle size={size * 0.55} /> : initialsOf(user.name)}
    </span>
  )
}
