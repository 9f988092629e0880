import { type User, UserId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { mentionPattern, mentionPlugin } from './mention-plugin'

const user = (name: string, aliases: string[] = []): User => ({
  id: UserId.parse('00000000-0000-7000-8000-000000000001'),
  name,
  aliases,
  role: 'member',
  kind: 'person',
  language: 'en',
  timeZone: 'UTC',
  isActive: true,
})

function mark(value: string): string[] {
  const pattern = mentionPattern([user('王伟', ['Wang Wei']), user('Tom Baker'), user('Tom')], ['助手'])
  const tree = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }
  mentionPlugin(pattern)()(tree)
  const parts: { type: string; value?: string; children?: { value?: string }[] }[] = tree.children[0]?.children ?? []
  return parts.map((part) => (part.type === 'text' ? (part.value ?? '') : `[${part.children?.[0]?.value}]`))
}

it.each([
  ['@王伟迁移指南谁负责？', ['[@王伟]', '迁移指南谁负责？']],
  ['ask @tom baker, or @Tom', ['ask ', '[@tom baker]', ', or ', '[@Tom]']],
  ['@Wang Wei 和 @助手', ['[@Wang Wei]', ' 和 ', '[@助手]']],
  ['@Tommy and tom@example.org', ['@Tommy and tom@example.org']],
  ['nobody', ['nobody']],
])('marks the mentions in %s', (value, expected) => {
  expect(mark(value)).toEqual(expected)
})

it('takes a name with signs of a pattern as it is', () => {
  expect(mentionPattern([user('A.B (C)+')], [])?.test('@A.B (C)+')).toBe(true)
  expect(mentionPattern([user('A.B (C)+')], [])?.test('@AxB (C)+')).toBe(false)
})

it('has no pattern when there is nobody to mention', () => {
  expect(mentionPattern([], [])).toBeNull()
})
