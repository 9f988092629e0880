import type { QueryAnswer } from '@parley/protocol'
import { useEffect } from 'react'
import { type Loaded, useQuery } from '../../app/use-query'

const CHANGED = 'parley-knowledge-changed'

/** Documents have no event on the wire yet: what this page changes, it reads again. */
export const tellDocumentsChanged = (): boolean => window.dispatchEvent(new Event(CHANGED))

export function useDocuments(): { readonly loaded: Loaded<QueryAnswer<'knowledge.list'>>; reload(): void } {
  const query = useQuery('knowledge.list', {})
  const { reload } = query
  useEffect(() => {
    window.addEventListener(CHANGED, reload)
    return () => window.removeEventListener(CHANGED, reload)
  }, [reload])
  return query
}
