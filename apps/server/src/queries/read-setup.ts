import type { QueryAnswer } from '@parley/protocol'
import { isSetupNeeded } from '../commands/workspace/create-first-person'
import type { Services } from '../services'

/** What the sign-in page has to know before anybody is signed in. */
export async function readSetup({ store }: Services): Promise<QueryAnswer<'setup'>> {
  const isNeeded = await isSetupNeeded(store.rows)
  if (isNeeded) return { isNeeded, workspaceName: null }
  const workspace = await store.rows.selectFrom('workspaces').select('name').executeTakeFirst()
  return { isNeeded, workspaceName: workspace?.name ?? null }
}
