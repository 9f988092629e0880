import { isIPv6 } from 'node:net'

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i
/** An IPv6 address's first half is its network's; one household or one rented machine has all of the second. */
const NETWORK_GROUPS = 4

/** Whom an address stands for when tries are counted: an IPv4 address, or the /64 of an IPv6 one. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%')
  const mapped = MAPPED.exec(plain)?.[1]
  if (mapped) return mapped
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, NETWORK_GROUPS).join(':')}::/64` : plain.slice(0, 64)
}

function groupsOf(address: string): string[] {
  const [before = '', after] = address.split('::')
  const start = before.split(':').filter(Boolean)
  const end = after?.split(':').filter(Boolean) ?? []
  const zeros = after === undefined ? [] : Array.from({ length: 8 - start.length - end.length }, () => '0')
  return [...start, ...zeros, ...end].map((group) => Number.parseInt(group, 16).toString(16))
}
