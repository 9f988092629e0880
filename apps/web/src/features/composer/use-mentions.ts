import type { User } from '@parley/protocol'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { matchesName, matchesPerson } from '../../app/name-match'
import { byName } from '../../app/names'
import { useNames } from '../../app/use-names'
import { usePinyin } from '../../app/use-pinyin'
import { useLanguage, useSession } from '../../app/use-services'
import { findMention, type MentionQuery } from './find-mention'

const MOST_SHOWN = 6

export interface Mentions {
  readonly mention: MentionQuery | null
  readonly people: readonly User[]
  readonly active: number
  /** Answers whether the key was for the list. */
  handleKey(event: KeyboardEvent): boolean
}

/** The people to offer for the mention at the caret, and which one is marked. */
export function useMentions(
  text: string,
  caret: number,
  onPick: (user: User, mention: MentionQuery) => void,
): Mentions {
  const [dismissed, setDismissed] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const found = findMention(text, caret)
  const mention = found && found.start !== dismissed ? found : null
  const people = usePeople(mention?.query ?? null)
  const marked = Math.min(active, Math.max(0, people.length - 1))
  const handleKey = (event: KeyboardEvent): boolean => {
    if (!mention || people.length === 0) return false
    const picked = people[marked]
    if (event.key === 'ArrowDown') setActive((marked + 1) % people.length)
    else if (event.key === 'ArrowUp') setActive((marked + people.length - 1) % people.length)
    else if (event.key === 'Escape') setDismissed(mention.start)
    else if ((event.key === 'Enter' || event.key === 'Tab') && picked) onPick(picked, mention)
    else return false
    event.preventDefault()
    return true
  }
  return { mention, people, active: marked, handleKey }
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
      .slice(0, MOST_SHOWN)
  }, [users, myId, query, language, names, pinyin])
}
