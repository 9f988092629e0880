import type { Channel, User, UserId } from '@parley/protocol'
import { useMemo } from 'react'
import { directPartners, personName } from './names'
import { useSession } from './use-services'
import { useText } from './use-text'

export interface Names {
  person(user: Pick<User, 'name' | 'kind'>): string
  personById(id: UserId): string
  /** One after the other, as the language lists them. */
  list(ids: readonly UserId[]): string
  /** A channel's own name, or the names of those in it. */
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
    const personById: Names['personById'] = (id) => {
      const user = users.get(id)
      return user ? person(user) : text('web.message.formerMember')
    }
    const list: Names['list'] = (ids) => ids.map(personById).join(text('web.direct.separator'))
    return {
      person,
      personById,
      list,
      channel: (channel) =>
        channel.kind === 'direct' ? list(directPartners(channel, { me, users }).map(({ id }) => id)) : channel.name,
    }
  }, [text, users, me])
}
