import type { QueryAnswer } from '@parley/protocol'
import { useEffect } from 'react'
import { type Loaded, useQuery } from '../../app/use-query'

const CHANGED = 'parley-answers-changed'

/** Like documents, answers have no event on the wire: what this page changes, it reads again. */
export const tellAnswersChanged = (): boolean => window.dispatchEvent(new Event(CHANGED))

export function useAnswers(): { readonly loaded: Loaded<QueryAnswer<'answers.list'>>; reload(): void } {
  const query = useQuery('answers.list', {})
  const { reload } = query
  useEffect(() => {
    window.addEventListener(CHANGED, reload)
    return () => window.removeEventListener(CHANGED, reload)
  }, [reload])
  return query
}
