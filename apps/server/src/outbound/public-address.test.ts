import { describe, expect, test } from 'vitest'
import { createAddressFilter, isPublicAddress } from './public-address'

describe('an address', () => {
  test.each(['1.1.1.1', '93.184.216.34', '2606:4700:4700::1111', '172.32.0.1'])('of the internet: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each([
    ...['127.0.0.1', '127.255.1.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'],
    ...[
      '64:ff9b::a00:1',
      '64:ff9b::7f00:1',
      '::ffff:7f00:1',
      'fec0::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '2001::1',
      'fe80::1%eth0',
      'not an address',
      'localhost',
      '',
    ],
  ])('that is not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test('can be allowed by its own, by its network and by its name', () => {
    const isAllowed = createAddressFilter(['10.1.0.0/16', '192.168.7.7', 'ci.internal', 'fd00::/8'])
    expect(isAllowed('x', '10.1.2.3')).toBe(true)
    expect(isAllowed('x', '10.2.2.3')).toBe(false)
    expect(isAllowed('x', '192.168.7.7')).toBe(true)
    expect(isAllowed('x', '192.168.7.8')).toBe(false)
    expect(isAllowed('CI.internal', '127.0.0.1')).toBe(true)
    expect(isAllowed('x', 'fd12::1')).toBe(true)
    expect(isAllowed('x', 'fe80::1')).toBe(false)
  })
})
