import type { QueryAnswer, QueryName, QueryParameters } from '@parley/protocol'
import { type Loaded, useReading } from './use-reading'
import { useServices } from './use-services'

export type { Loaded }

/** Reads a query, tasks into the state too; when and how often, `useReading` says. Without parameters nothing is asked. */
export function useQuery<Name extends QueryName>(
  name: Name,
  parameters: QueryParameters<Name> | null,
): { readonly loaded: Loaded<QueryAnswer<Name>>; reload(): void } {
  const { client } = useServices()
  const read = (signal: AbortSignal) => client.query(name, parameters as QueryParameters<Name>, { signal })
  const { loaded, reload } = useReading(`${name} ${JSON.stringify(parameters)}`, parameters && read)
  return { loaded, reload }
}
