import type { User } from '@parley/protocol'
import { useMemo } from 'react'
import { byName } from '../../app/names'
import { useNames } from '../../app/use-names'
import { useLanguage, useSession } from '../../app/use-services'

/** Everybody with an open account, the assistant too, by name. */
export function usePeople(): readonly User[] {
  const users = useSession((session) => session.users)
  const language = useLanguage()
  const names = useNames()
  return useMemo(() => {
    const compare = byName(language)
    return [...users.values()]
      .filter((user) => user.isActive)
      .sort((one, other) => compare(names.person(one), names.person(other)))
  }, [users, language, names])
}
