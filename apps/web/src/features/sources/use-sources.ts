import type { DocumentSource, QueryAnswer } from '@parley/protocol'
import { useQuery } from '../../app/use-query'
import { useReloadOnChange } from '../../app/use-reload-on-change'
import { useReloadOnVersion } from '../../app/use-reload-on-version'
import { useClient } from '../../app/use-services'

/** What may be chosen for a source. */
export type SourceChoices = Omit<QueryAnswer<'sources.list'>, 'sources'>

const CHANGED = 'parley-sources-changed'

/** What this page changes, it reads again. */
export function tellSourcesChanged(): void {
  window.dispatchEvent(new Event(CHANGED))
}

/** Sources, read again when one of them has got further. */
export function useSources() {
  const { loaded, reload } = useQuery('sources.list', {})
  useReloadOnChange(CHANGED, reload)
  useReloadOnVersion(
    useClient(({ sourcesVersion }) => sourcesVersion),
    reload,
  )
  return { loaded, reload }
}

export const isAtWork = ({ isPaused, isWaiting, lastRun }: DocumentSource): boolean =>
  !isPaused && (isWaiting || lastRun?.outcome === 'running')
