import type { Presence, UserId } from '@parley/protocol'
import { useEffect } from 'react'
import { useClient, useServices } from '../../app/use-services'

/** Somebody's presence while they are on the screen; undefined until it is known. */
export function usePresence(userId: UserId): Presence | undefined {
  const { client } = useServices()
  useEffect(() => client.watchPerson(userId), [client, userId])
  return useClient(({ presence }) => presence.get(userId))
}
