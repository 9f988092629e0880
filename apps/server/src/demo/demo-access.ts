import { randomBytes } from 'node:crypto'
import type { ParleyOptions } from '../parley'
import type { DemoPassword } from '../start-lines'
import { fillDemoWorkspace } from './fill-demo-workspace'

/** How a demonstration is entered: one password, made at the first start and shown this once. */
export interface DemoAccess {
  readonly owner: { readonly email: string; readonly password: string }
  readonly fill: NonNullable<ParleyOptions['fillDemo']>
  /** Null when the workspace was filled at an earlier start. */
  shownOnce(): DemoPassword | null
}

const OWNER_EMAIL = 'demo@example.org'
const EXAMPLES = { first: 'lin.yue@example.org', second: 'daniel.okafor@example.org' }

/** @param givenOwner the first administrator, where somebody named one; they sign in with their own password. */
export function createDemoAccess(givenOwner: DemoAccess['owner'] | undefined): DemoAccess {
  const password = randomBytes(9).toString('base64url')
  const owner = givenOwner ?? { email: OWNER_EMAIL, password }
  let isFilled = false
  return {
    owner,
    fill: async (services, workspaceId, ownerId) => {
      await fillDemoWorkspace(services, workspaceId, ownerId, { password })
      isFilled = true
    },
    shownOnce: () => (isFilled ? { password, owner: givenOwner ? null : OWNER_EMAIL, ...EXAMPLES } : null),
  }
}
