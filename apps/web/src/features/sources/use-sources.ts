import type { DocumentSource, QueryAnswer } from '@parley/protocol'
import { useEffect } from 'react'
import { useQuery } from '../../app/use-query'
import { useReloadOnChange } from '../../app/use-reload-on-change'
import { tellDocumentsChanged } from '../knowledge/use-documents'

/** What may be chosen for a source. */
export type SourceChoices = Omit<QueryAnswer<'sources.list'>, 'sources'>

const CHANGED = 'parley-sources-changed'
const LOOK_MS = 1_000
const GLANCE_MS = 15_000

/** What this page changes, it reads again. */
export function tellSourcesChanged(): void {
  window.dispatchEvent(new Event(CHANGED))
}

/** Sources, looked at again: often while one of them is at work, now and then for what a folder sets off by itself. */
export function useSources() {
  const { loaded, reload } = useQuery('sources.list', {})
  useReloadOnChange(CHANGED, reload)
  const isBusy = loaded.phase === 'ready' && loaded.answer.sources.some(isAtWork)
  useEffect(() => {
    const timer = setInterval(reload, isBusy ? LOOK_MS : GLANCE_MS)
    return () => {
      clearInterval(timer)
      if (isBusy) tellDocumentsChanged()
    }
  }, [isBusy, reload])
  return { loaded, reload }
}

export const isAtWork = ({ isPaused, isWaiting, lastRun }: DocumentSource): boolean =>
  !isPaused && (isWaiting || lastRun?.outcome === 'running')
