import type { Reminder } from '@parley/protocol'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'

/** Who reminds whom, where it is not the reader who reminds themselves; empty then. */
export function useReminded({ createdBy, userId, channelId }: Reminder): string {
  const text = useText()
  const names = useNames()
  const myId = useSession(({ me }) => me.id)
  const channel = useSession(({ channels }) => (channelId ? channels.get(channelId)?.channel : undefined))
  if (channel) return text('web.later.inChannel', { channel: names.channel(channel) })
  if (createdBy !== myId) return text('web.later.from', { name: names.personById(createdBy) })
  return userId && userId !== myId ? text('web.later.for', { name: names.personById(userId) }) : ''
}
