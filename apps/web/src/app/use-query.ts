import type { QueryAnswer, QueryName, QueryParameters } from '@parley/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import { afterFailure, type Loaded } from './loaded'
import { useServices } from './use-services'

/** Reads once, tasks into the state too, and afresh when the parameters change or `reload` is called. Without parameters nothing is asked. */
export function useQuery<Name extends QueryName>(
  name: Name,
  parameters: QueryParameters<Name> | null,
): { readonly loaded: Loaded<QueryAnswer<Name>>; reload(): void } {
  const { client } = useServices()
  const [loaded, setLoaded] = useState<Loaded<QueryAnswer<Name>>>({ phase: 'loading' })
  const [round, setRound] = useState(0)
  const key = JSON.stringify(parameters)
  /** What the answer shown is an answer to. */
  const answered = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the parameters, the round for a reload
  useEffect(() => {
    if (!parameters) return
    const cancel = new AbortController()
    client
      .query(name, parameters, { signal: cancel.signal })
      .then((answer) => {
        if (cancel.signal.aborted) return
        answered.current = key
        setLoaded({ phase: 'ready', answer })
      })
      .catch((error: unknown) => {
        if (!cancel.signal.aborted) setLoaded((before) => afterFailure(before, error, answered.current === key))
      })
    return () => cancel.abort()
  }, [client, name, key, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { loaded, reload }
}
