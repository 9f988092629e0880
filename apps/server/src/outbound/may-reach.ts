import { lookup as resolveName } from 'node:dns/promises'
import { isIP } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { IsAllowed } from './public-address'

/** Nobody who saves an address waits longer for a name server. */
const LOOKUP_MS = 2_000

/** The host of an address as a connection is made to it: IPv6 without its brackets. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '')

/** Whether a host is an address that must not be reached, written out. */
export const isRefused = (host: string, isAllowed: IsAllowed): boolean => isIP(host) !== 0 && !isAllowed(host, host)

/**
 * Whether what is called later may be reached, as far as can be told when its address is saved. A name that nobody
 * knows yet may be somebody's later; every call judges anew (`post-outside.ts`).
 */
export async function mayReach(url: string, isAllowed: IsAllowed): Promise<boolean> {
  const host = hostOf(url)
  if (isRefused(host, isAllowed)) return false
  const found = await Promise.race([resolveName(host, { all: true }), wait(LOOKUP_MS, [], { ref: false })]).catch(
    () => [],
  )
  return found.length === 0 || found.some(({ address }) => isAllowed(host, address))
}
