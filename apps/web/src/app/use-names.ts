import type { Channel, User, UserId } from '@parley/protocol'
import { useMemo } from 'react'
import { channelTitle, personName } from './names'
import { useSession } from './use-services'
import { useText } from './use-text'

export interface Names {
  person(user: Pick<User, 'name' | 'kind'>): string
  personById(id: UserId): string
  channel(channel: Channel): string
}

/** What people and channels are called on this page. */
export function useNames(): Names {
  const text = useText()
  const users = useSession((session) => session.users)
  const me = useSession((session) => session.me)
  return useMemo(() => {
    const assistantName = text('web.assistant.name')
    const person: Names['person'] = (user) => personName(user, assistantName)
    return {
      person,
      personById: (id) => {
        const user = users.get(id)
        return user ? person(user) : text('web.message.formerMember')
      },
      channel: (channel) => channelTitle(channel, { me, users }, assistantName),
    }
  }, [text, users, me])
}
