import type { UserStatus } from '@parley/protocol'

/** The server takes a status away when its time has come; a page that is offline has to see to it itself. */
export const isShown = ({ expiresAt }: UserStatus, nowMs: number): boolean =>
  expiresAt === null || Date.parse(expiresAt) > nowMs
