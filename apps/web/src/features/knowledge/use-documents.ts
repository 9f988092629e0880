import type { QueryAnswer } from '@parley/protocol'
import { useQuery } from '../../app/use-query'
import type { Loaded } from '../../app/use-reading'
import { useReloadOnChange } from '../../app/use-reload-on-change'
import { useReloadOnVersion } from '../../app/use-reload-on-version'
import { useClient } from '../../app/use-services'

const CHANGED = 'parley-knowledge-changed'

/** What this page changes, it reads again at once; what others change, when the server says so. */
export const tellDocumentsChanged = (): boolean => window.dispatchEvent(new Event(CHANGED))

export function useDocuments(): { readonly loaded: Loaded<QueryAnswer<'knowledge.list'>>; reload(): void } {
  const query = useQuery('knowledge.list', {})
  useReloadOnChange(CHANGED, query.reload)
  useReloadOnVersion(
    useClient(({ documentsVersion }) => documentsVersion),
    query.reload,
  )
  return query
}
