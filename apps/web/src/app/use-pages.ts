import type { QueryAnswer, QueryName, QueryParameters } from '@parley/protocol'
import { useRef } from 'react'
import { readPages } from './read-pages'
import { type Action, useAction } from './use-action'
import { type Loaded, useReading } from './use-reading'
import { useServices } from './use-services'

export interface Pages<Page> {
  /** All that were read, the first one first. */
  readonly loaded: Loaded<readonly Page[]>
  readonly hasMore: boolean
  readonly more: Action<[]>
  reload(): void
}

/**
 * A list that is read page after page: the next below those that are shown, and as many as are shown when it is read
 * afresh.
 *
 * @param nextOf what asks for the page after this one; null where there is none.
 */
export function usePages<Name extends QueryName>(
  name: Name,
  parameters: QueryParameters<Name>,
  nextOf: (page: QueryAnswer<Name>) => Partial<QueryParameters<Name>> | null,
): Pages<QueryAnswer<Name>> {
  const { client } = useServices()
  const key = `${name} ${JSON.stringify(parameters)}`
  const shown = useRef({ key, count: 1 })
  if (shown.current.key !== key) shown.current = { key, count: 1 }
  const read = (place: Partial<QueryParameters<Name>> | null, signal?: AbortSignal) =>
    client.query(name, { ...parameters, ...place } as QueryParameters<Name>, signal && { signal })
  const { loaded, reload, change } = useReading(key, (signal) =>
    readPages((place) => read(place, signal), nextOf, shown.current.count),
  )
  const last = loaded.phase === 'ready' ? loaded.answer.at(-1) : undefined
  const next = last === undefined ? null : nextOf(last)
  const more = useAction(async () => {
    if (next === null) return
    // What is asked may be another thing when the page is there.
    const { current } = shown
    const page = await read(next)
    current.count += 1
    // Where all was read afresh meanwhile, the page may not follow what is shown: it comes with the next reading.
    change((pages) => (pages.at(-1) === last ? [...pages, page] : pages))
  })
  return { loaded, hasMore: next !== null, more, reload }
}
