import { stat } from 'node:fs/promises'
import path from 'node:path'

/** The user that PostgreSQL runs as, where it may not be our own. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/** `nobody`: PostgreSQL refuses to run as root. */
export const unprivilegedAccount: Account = { uid: 65_534, gid: 65_534 }

export const isRoot = (): boolean => process.getuid?.() === 0

/** True when the account may pass through every directory down to this one. Access control lists are not considered. */
export async function canReach(account: Account, directory: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(directory)
  const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & needed) === 0) return false
  const parent = path.dirname(directory)
  return parent === directory || canReach(account, parent)
}
