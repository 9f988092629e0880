import type { User } from '@parley/protocol'
import { useMemo } from 'react'
import { matchesName, matchesPerson } from '../../app/name-match'
import { byName } from '../../app/names'
import { namesOfPeople, ownName } from '../../app/own-name'
import { useNames } from '../../app/use-names'
import { usePinyin } from '../../app/use-pinyin'
import { useLanguage, useMe, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useConversation } from '../conversation/conversation-state'
import { mayCallEverybody } from '../moderation/channel-rights'
import { matchingCalls } from './matching-calls'
import { MOST_SUGGESTED, type Suggestion } from './suggestion'

/** The people and groups whom a query names, and what calls many at once; none for null. */
export function usePeopleSuggestions(query: string | null): readonly Suggestion[] {
  const people = usePeople(query)
  const groups = useGroups(query)
  const calls = useCalls(query)
  const names = useNames()
  const users = useSession((session) => session.users)
  return useMemo(() => {
    if (people.length === 0) return [...groups, ...calls]
    const known = namesOfPeople(users.values())
    const found = people
      .slice(0, MOST_SUGGESTED - calls.length - groups.length)
      .map((user) => offerPerson(user, names.person(user), ownName(user, known)))
    return [...found, ...groups, ...calls]
  }, [people, groups, calls, names, users])
}

/** Where several carry a name, what is inserted and stands beside it is what calls this one alone. */
function offerPerson(user: User, label: string, own: string | null): Suggestion {
  const isShared = own !== user.name
  const note = isShared ? (own ?? user.title) : (user.aliases[0] ?? '')
  return { id: user.id, label, note, picture: { user }, inserted: `@${isShared ? (own ?? label) : label} ` }
}

function usePeople(query: string | null): readonly User[] {
  const users = useSession((session) => session.users)
  const myId = useSession((session) => session.me.id)
  const language = useLanguage()
  const names = useNames()
  const pinyin = usePinyin(query !== null)
  return useMemo(() => {
    if (query === null) return []
    const compare = byName(language)
    return [...users.values()]
      .filter((user) => user.isActive && user.id !== myId)
      .filter((user) => matchesPerson(user, query, pinyin) || matchesName(names.person(user), query, pinyin))
      .sort((one, other) => compare(names.person(one), names.person(other)))
  }, [users, myId, query, language, names, pinyin])
}

const MOST_GROUPS = 2

/** Groups by handle or name, with how many people they call. */
function useGroups(query: string | null): readonly Suggestion[] {
  const text = useText()
  const groups = useSession((session) => session.groups)
  const pinyin = usePinyin(query !== null)
  return useMemo(() => {
    if (query === null) return []
    const found = [...groups.values()].filter(
      ({ handle, name }) => matchesName(handle, query, pinyin) || matchesName(name, query, pinyin),
    )
    return found.slice(0, MOST_GROUPS).map(({ id, handle, name, memberIds }): Suggestion => {
      const note = text('web.groups.members', { count: memberIds.length })
      const label = handle === name ? handle : `${handle} · ${name}`
      return { id, label, note, picture: 'group', inserted: `@${handle} ` }
    })
  }, [query, groups, pinyin, text])
}

/** Not where two or three talk to each other anyway, nor from those of whom it calls nobody. */
function useCalls(query: string | null): readonly Suggestion[] {
  const text = useText()
  const { channelId } = useConversation()
  const me = useMe()
  const isOffered = useSession(({ channels }) => {
    const view = channels.get(channelId)
    return view !== undefined && view.channel.kind !== 'direct' && mayCallEverybody(view, me)
  })
  return useMemo(() => {
    if (query === null || !isOffered) return []
    return matchingCalls(query).map((call): Suggestion => {
      const label = text(`web.composer.${call}`)
      return { id: call, label, note: text(`web.composer.${call}Hint`), picture: 'everyone', inserted: `@${label} ` }
    })
  }, [text, query, isOffered])
}
