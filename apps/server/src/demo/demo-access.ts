import { randomBytes } from 'node:crypto'
import type { DemoPassword } from '../start-lines'

/** How a demonstration is entered: one password, made at the first start and shown this once. */
export interface DemoAccess {
  readonly owner: { readonly email: string; readonly password: string }
  readonly password: string
  /** What is shown at the start that makes the people. */
  readonly shown: DemoPassword
}

const OWNER_EMAIL = 'demo@example.org'
const EXAMPLES = { first: 'lin.yue@example.org', second: 'daniel.okafor@example.org' }

/** @param givenOwner the first administrator, where somebody named one; they sign in with their own password. */
export function createDemoAccess(givenOwner: DemoAccess['owner'] | undefined): DemoAccess {
  const password = randomBytes(9).toString('base64url')
  return {
    owner: givenOwner ?? { email: OWNER_EMAIL, password },
    password,
    shown: { password, owner: givenOwner ? null : OWNER_EMAIL, ...EXAMPLES },
  }
}
