import type { QueryAnswer, QueryName, QueryParameters } from '@parley/protocol'
import { useCallback, useEffect, useState } from 'react'
import { useServices } from './use-services'

export type Loaded<Answer> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'ready'; readonly answer: Answer }

/** Reads once, tasks into the state too, and afresh when the parameters change or `reload` is called. Without parameters nothing is asked. */
export function useQuery<Name extends QueryName>(
  name: Name,
  parameters: QueryParameters<Name> | null,
): { readonly loaded: Loaded<QueryAnswer<Name>>; reload(): void } {
  const { client } = useServices()
  const [loaded, setLoaded] = useState<Loaded<QueryAnswer<Name>>>({ phase: 'loading' })
  const [round, setRound] = useState(0)
  const key = JSON.stringify(parameters)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the parameters, the round for a reload
  useEffect(() => {
    if (!parameters) return
    const cancel = new AbortController()
    client
      .query(name, parameters, { signal: cancel.signal })
      .then((answer) => setLoaded({ phase: 'ready', answer }))
      .catch((error: unknown) => cancel.signal.aborted || setLoaded({ phase: 'failed', error }))
    return () => cancel.abort()
  }, [client, name, key, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { loaded, reload }
}
