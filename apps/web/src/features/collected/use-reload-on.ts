import type { Event } from '@parley/protocol'
import { useEffect } from 'react'
import { useServices } from '../../app/use-services'

/** Reads a list afresh when something happens that may change it. `isNews` must be the same function each time. */
export function useReloadOn(isNews: (event: Event) => boolean, reload: () => void): void {
  const { client } = useServices()
  useEffect(
    () =>
      client.onEvents((events) => {
        if (events.some(isNews)) reload()
      }),
    [client, isNews, reload],
  )
}
