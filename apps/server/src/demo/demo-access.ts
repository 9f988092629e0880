import { randomBytes } from 'node:crypto'
import type { ParleyOptions } from '../parley'
import { fillDemoWorkspace } from './fill-demo-workspace'

/** How a demonstration is entered: one password, made at the first start and shown this once. */
export interface DemoAccess {
  readonly owner: { readonly email: string; readonly password: string }
  readonly fill: NonNullable<ParleyOptions['fillDemo']>
  /** What to print; null when the workspace was filled at an earlier start. */
  describe(): string | null
}

const OWNER_EMAIL = 'demo@example.org'

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
    describe: () => {
      if (!isFilled) return null
      const people = 'lin.yue@example.org, daniel.okafor@example.org and the others'
      const who = givenOwner ? people : `${OWNER_EMAIL}, and for ${people}`
      return `Demo password, shown only now: ${password} (for ${who})`
    },
  }
}
