import { lookup as lookUp } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from './private-address'

/** An address that somebody gave, and the server is to call. */
export interface OutboundRule {
  /** Also plain HTTP and addresses of the server's own network: for services that stand beside Parley, and for tests. */
  readonly allowsPrivate: boolean
}

/** Whether an address may be called, as far as its text tells: HTTPS, no credentials, no private address written out. */
export function isCallable(address: string, { allowsPrivate }: OutboundRule): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  if (username || password) return false
  if (allowsPrivate) return protocol === 'https:' || protocol === 'http:'
  const host = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && !(isIP(host) && isPrivateAddress(host)) && host.includes('.')
}

/** Looks a name up and refuses private addresses, at the moment of connecting: a name can change what it points to. */
export function guardedLookup({ allowsPrivate }: OutboundRule): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const allowed = allowsPrivate ? addresses : addresses.filter(({ address }) => !isPrivateAddress(address))
      const [first] = allowed
      if (!first) return callback(new Error(`${hostname} has no address that may be called`), [])
      if (options.all) callback(null, allowed)
      else callback(null, first.address, first.family)
    })
  }
}
