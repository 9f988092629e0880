import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Services } from '../../services'
import { createFirstPerson, isSetupNeeded } from './create-first-person'
import { requireSetupToken } from './setup-token'
import { welcomeOwner } from './welcome-owner'

/** The one-time link's command: names the workspace, makes its owner, signs them in. A demonstration fills in behind. */
export async function completeSetup(
  services: Services,
  input: CommandInput<'setup.complete'>,
): Promise<CommandAnswer<'setup.complete'>> {
  const { store, sessions, demo } = services
  const { id: workspaceId } = await store.rows.selectFrom('workspaces').select('id').executeTakeFirstOrThrow()
  if (!(await isSetupNeeded(store.rows))) throw new ParleyError('setup_already_done')
  await requireSetupToken(store.rows, workspaceId, input.token)
  const alongside = input.withDemo ? await demo.prepare() : undefined
  const beginning = await createFirstPerson(store, workspaceId, { ...input, timeZone: input.timeZone }, alongside)
  if (input.withDemo) demo.start()
  else await welcomeOwner(services, beginning)
  const token = await sessions.start({ id: beginning.owner.id, workspaceId })
  return { token, user: { ...beginning.owner, email: input.email, suspendedUntil: null } }
}
