import type { QueryAnswer } from '@parley/protocol'
import { type Loaded, useQuery } from '../../app/use-query'
import { useReloadOnChange } from '../../app/use-reload-on-change'

const CHANGED = 'parley-answers-changed'

/** Like documents, answers have no event on the wire: what this page changes, it reads again. */
export const tellAnswersChanged = (): boolean => window.dispatchEvent(new Event(CHANGED))

export function useAnswers(): { readonly loaded: Loaded<QueryAnswer<'answers.list'>>; reload(): void } {
  const query = useQuery('answers.list', {})
  useReloadOnChange(CHANGED, query.reload)
  return query
}
