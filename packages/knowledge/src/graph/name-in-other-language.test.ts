import { describe, expect, it } from 'vitest'
import { nameInOtherLanguage } from './name-in-other-language'

const isCalled = (name: string, other: string) => nameInOtherLanguage(name)?.isCalled(other)

describe('a name in the other language', () => {
  it.each([
    ['支付网关', 'payment gateway'],
    ['payment gateway', '支付网关'],
    ['库存数据库', 'inventory database'],
    ['VPN 网关', 'VPN gateway'],
  ])('%s may be %s, and is looked for by a part of it', (name, other) => {
    expect(isCalled(name, other)).toBe(true)
    expect(nameInOtherLanguage(name)?.needles.some((needle) => other.toLowerCase().includes(needle))).toBe(true)
  })

  it.each([
    ['支付网关', 'payment gateway team'],
    ['支付网关', 'gateway'],
    ['payment gateway', '支付网关小组'],
    ['VPN 网关', 'payment gateway'],
  ])('%s is not %s', (name, other) => expect(isCalled(name, other)).toBe(false))

  it('is not known of a word that the glossary does not have', () => {
    expect(nameInOtherLanguage('极光网关')).toBeNull()
  })
})
