import type { QueryAnswer } from '@parley/protocol'
import { type Loaded, useQuery } from '../../app/use-query'
import { useReloadOnChange } from '../../app/use-reload-on-change'

const CHANGED = 'parley-knowledge-changed'

/** Documents have no event on the wire yet: what this page changes, it reads again. */
export const tellDocumentsChanged = (): boolean => window.dispatchEvent(new Event(CHANGED))

export function useDocuments(): { readonly loaded: Loaded<QueryAnswer<'knowledge.list'>>; reload(): void } {
  const query = useQuery('knowledge.list', {})
  useReloadOnChange(CHANGED, query.reload)
  return query
}
