import { lookup as resolveName } from 'node:dns'
import type { LookupFunction } from 'node:net'
import type { IsAllowed } from './public-address'

/** The address is one that must not be reached from here. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError'
}

/** Resolves a name to those of its addresses that may be reached; asked when a connection is made. */
export function lookupAllowed(isAllowed: IsAllowed): LookupFunction {
  return (host, options, callback) => {
    resolveName(host, { ...options, all: true }, (error, addresses) => {
      const allowed = error ? [] : addresses.filter(({ address }) => isAllowed(host, address))
      const [first] = allowed
      const refusal = error ?? (first ? null : new ForbiddenAddressError(host))
      if (refusal || !first) callback(refusal, options.all ? [] : '', 0)
      else if (options.all) callback(null, allowed)
      else callback(null, first.address, first.family)
    })
  }
}
