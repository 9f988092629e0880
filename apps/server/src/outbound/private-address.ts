import { BlockList, isIP, isIPv6 } from 'node:net'

/*
 * Addresses that only this machine or its own network can reach (IANA special-purpose address registries, RFC 6890):
 * who gives Parley an address to call must not get it to call these.
 */
const special = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  special.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 96],
  // IPv4 inside of IPv6: translated (RFC 6052, RFC 8215) and tunnelled (RFC 3056, RFC 4380) ones could lead anywhere.
  ['64:ff9b::', 32],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  special.addSubnet(network, prefix, 'ipv6')
}

/** Whether an IP address is one of a machine's own or of a private network; what is no address counts as one. */
export function isPrivateAddress(address: string): boolean {
  if (!isIP(address)) return true
  // IPv4 written as IPv6 (`::ffff:10.0.0.1`) is judged by `BlockList` as the IPv4 address that it is.
  return special.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
