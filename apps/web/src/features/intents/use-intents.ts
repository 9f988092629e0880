import type { QueryAnswer } from '@parley/protocol'
import { useEffect } from 'react'
import { useQuery } from '../../app/use-query'
import { useReloadOnVersion } from '../../app/use-reload-on-version'
import { useClient } from '../../app/use-services'

export type ListedIntents = QueryAnswer<'intents.list'>

export interface IntentsProps {
  readonly listed: ListedIntents
  readonly onChanged: () => void
}

const LOOK_MS = 1_000

/** All about intents, looked at again while something is being learnt, and when somebody else has changed something. */
export function useIntents() {
  const { loaded, reload } = useQuery('intents.list', {})
  useReloadOnVersion(
    useClient(({ understandingVersion }) => understandingVersion),
    reload,
  )
  const isBusy = loaded.phase === 'ready' && loaded.answer.learning.phase !== 'idle'
  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(reload, LOOK_MS)
    return () => clearInterval(timer)
  }, [isBusy, reload])
  return { loaded, reload }
}
