import type { QueryAnswer } from '@parley/protocol'
import { useState } from 'react'
import { useQuery } from '../../app/use-query'
import { useReloadOnVersion } from '../../app/use-reload-on-version'
import { useClient } from '../../app/use-services'

export type ListedRules = QueryAnswer<'rules.list'>

/** The rules, read again when somebody has changed them. What was read stays while that fails: a rule may be half written. */
export function useRules() {
  const { loaded, reload } = useQuery('rules.list', {})
  const [listed, setListed] = useState<ListedRules | null>(null)
  if (loaded.phase === 'ready' && loaded.answer !== listed) setListed(loaded.answer)
  useReloadOnVersion(
    useClient(({ understandingVersion }) => understandingVersion),
    reload,
  )
  return { listed, error: loaded.phase === 'failed' ? loaded.error : null, reload }
}
