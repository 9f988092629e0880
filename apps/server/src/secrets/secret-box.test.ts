import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { SecretBox } from './secret-box'

const place = { table: 'outgoing_hooks', id: 'one' } as const
const [old, current] = [randomBytes(32), randomBytes(32)]

it('says nothing of what it seals, never twice the same, and opens it', () => {
  const box = new SecretBox([current])
  const sealed = box.seal('whsec_密码', place)
  expect(sealed).not.toContain('whsec')
  expect(sealed).not.toBe(box.seal('whsec_密码', place))
  expect(box.open(sealed, place)).toBe('whsec_密码')
})

it.each<[string, (sealed: string) => string]>([
  ['is changed', (sealed) => `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`],
  ['is cut off', (sealed) => sealed.slice(0, 30)],
  ['is no secret of ours', () => 'whsec_plain'],
])('opens nothing that %s', (_, change) => {
  const box = new SecretBox([current])
  const sealed = box.seal('secret', place)
  expect(() => box.open(change(sealed), place)).toThrow('secret_unreadable')
})

it('opens a secret in its own row alone', () => {
  const box = new SecretBox([current])
  const sealed = box.seal('secret', place)
  expect(() => box.open(sealed, { ...place, id: 'two' })).toThrow('secret_unreadable')
  expect(() => box.open(sealed, { ...place, table: 'slash_commands' })).toThrow('secret_unreadable')
})

it('opens what an earlier key sealed as long as it is named, and seals it anew', () => {
  const sealed = new SecretBox([old]).seal('secret', place)
  expect(() => new SecretBox([current]).open(sealed, place)).toThrow('secret_unreadable')
  const both = new SecretBox([current, old])
  expect(both.open(sealed, place)).toBe('secret')
  const renewed = both.renew(sealed, place) ?? ''
  expect(new SecretBox([current]).open(renewed, place)).toBe('secret')
  expect(both.renew(renewed, place)).toBeUndefined()
})
