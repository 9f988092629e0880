import { isIP } from 'node:net'
import { hostOf } from './may-reach'
import { isPublicAddress } from './public-address'

export interface CallRule {
  /** Also plain HTTP, and addresses of this machine and its network: for push services and tests that stand there. */
  readonly allowsPrivate: boolean
}

/**
 * Whether an address that a person gave may be called, as far as its text tells: HTTPS, no credentials, no private
 * address written out. What its name points to is judged when the connection is made (`post-outside.ts`).
 */
export function isCallable(address: string, { allowsPrivate }: CallRule): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, username, password } = new URL(address)
  if (username || password) return false
  if (allowsPrivate) return protocol === 'https:' || protocol === 'http:'
  const host = hostOf(address)
  if (protocol !== 'https:') return false
  return isIP(host) ? isPublicAddress(host) : host.includes('.')
}
