import type { User } from '@parley/protocol'
import { useText } from '../../app/use-text'
import { usePresence } from './use-presence'

/** A filled dot, a ring or a faint ring: the shape says it, too. Nothing for programs. */
export default function PresenceDot({ user }: { user: Pick<User, 'id' | 'kind'> }) {
  return user.kind === 'person' ? <Dot user={user} /> : null
}

function Dot({ user }: { user: Pick<User, 'id'> }) {
  const text = useText()
  const presence = usePresence(user.id) ?? 'offline'
  const label = text(`web.presence.${presence}`)
  return <span className="presence" data-presence={presence} role="img" aria-label={label} title={label} />
}
