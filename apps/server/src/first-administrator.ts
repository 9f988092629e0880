import { type Beginning, createFirstPerson, isSetupNeeded } from './commands/workspace/create-first-person'
import { issueSetupToken } from './commands/workspace/setup-token'
import { welcomeOwner } from './commands/workspace/welcome-owner'
import type { ParleyOptions } from './parley-options'
import type { Services } from './services'
import type { Database } from './store/database'

/** Null where somebody is there already, or nobody was named. */
export async function makeFirstAdministrator(
  { firstAdministrator: given, demoPassword }: ParleyOptions,
  services: Services,
  workspaceId: string,
): Promise<Beginning | null> {
  const { store, demo } = services
  if (!given || !(await isSetupNeeded(store.rows))) return null
  const unknown = { name: given.email.split('@')[0] ?? given.email, timeZone: undefined, workspaceName: null }
  const isDemo = demoPassword !== undefined
  const alongside = isDemo ? await demo.prepare() : undefined
  const person = { ...given, ...unknown, language: 'en' as const }
  const beginning = await createFirstPerson(store, workspaceId, person, alongside)
  if (!isDemo) await welcomeOwner(services, beginning)
  return beginning
}

export async function createSetupLink(database: Database, workspaceId: string, url: string): Promise<string | null> {
  if (!(await isSetupNeeded(database))) return null
  return `${url}/setup?token=${await issueSetupToken(database, workspaceId)}`
}
