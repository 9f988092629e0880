import type { ClientState, ParleyClientState } from '@parley/client'
import type { Language, User } from '@parley/protocol'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Preferences } from './preferences'
import type { Services } from './services'

export const ServicesContext = createContext<Services | null>(null)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('useServices needs ServicesContext')
  return services
}

/** Renders again when what `select` answers is another object or value: it must answer parts, not make new ones. */
export function useClient<Part>(select: (state: ParleyClientState) => Part): Part {
  const { client } = useServices()
  return useSyncExternalStore(client.subscribe, () => select(client.getState()))
}

/** A part of the signed-in person's state. Only inside of the workspace, where there is a session. */
export function useSession<Part>(select: (session: ClientState) => Part): Part {
  return useClient(({ session }) => {
    if (!session) throw new Error('useSession needs a session')
    return select(session)
  })
}

export const useMe = (): User => useSession((session) => session.me)

export function usePreferences(): Preferences {
  const { preferences } = useServices()
  return useSyncExternalStore(preferences.subscribe, preferences.get)
}

export function useLanguage(): Language {
  const { preferences } = useServices()
  return useSyncExternalStore(preferences.subscribe, () => preferences.get().language)
}
