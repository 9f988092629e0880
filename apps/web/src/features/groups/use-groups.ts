import type { UserGroup } from '@parley/protocol'
import { useMemo } from 'react'
import { byName } from '../../app/names'
import { useLanguage, useSession } from '../../app/use-services'

/** The groups that can be called, by name. */
export function useGroups(): readonly UserGroup[] {
  const groups = useSession((session) => session.groups)
  const language = useLanguage()
  return useMemo(() => {
    const compare = byName(language)
    return [...groups.values()].sort((one, other) => compare(one.name, other.name))
  }, [groups, language])
}
