import { BlockList, isIP } from 'node:net'

/** Networks of IPv4 that are not the internet (RFC 6890 and its registry). */
const PRIVATE_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Of IPv6 only global unicast is the internet; these parts of it carry other addresses inside, or none. */
const SPECIAL_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const privateV4 = new BlockList()
for (const [network, prefix] of PRIVATE_V4) privateV4.addSubnet(network, prefix, 'ipv4')
const specialV6 = new BlockList()
for (const [network, prefix] of SPECIAL_V6) specialV6.addSubnet(network, prefix, 'ipv6')
const globalV6 = new BlockList()
globalV6.addSubnet('2000::', 3, 'ipv6')

/** Whether an address belongs to the internet, and not to this machine or the network that it stands in. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !privateV4.check(address, 'ipv4')
  return isIP(address) === 6 && globalV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6')
}

export type IsAllowed = (host: string, address: string) => boolean

/**
 * What may be reached: the internet, and what the administrator has named. Entries are host names, addresses, or
 * networks such as `10.1.0.0/16`.
 */
export function createAddressFilter(allowed: readonly string[]): IsAllowed {
  const hosts = new Set(allowed.map((entry) => entry.toLowerCase()))
  const networks = new BlockList()
  for (const entry of allowed) addNetwork(networks, entry)
  return (host, address) =>
    hosts.has(host.toLowerCase()) ||
    networks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4') ||
    isPublicAddress(address)
}

function addNetwork(networks: BlockList, entry: string): void {
  const [address = '', prefix] = entry.split('/')
  const version = isIP(address)
  if (version === 0) return
  const family = version === 6 ? 'ipv6' : 'ipv4'
  networks.addSubnet(address, prefix === undefined ? (version === 6 ? 128 : 32) : Number(prefix), family)
}
