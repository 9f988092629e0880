import { mentionPattern, UserId } from '@parley/protocol'
import { expect, it } from 'vitest'
import { mentionPlugin } from './mention-plugin'

const idOf = (digit: number) => UserId.parse(`00000000-0000-7000-8000-00000000000${digit}`)
const person = (digit: number, name: string, aliases: string[] = []) => ({ id: idOf(digit), name, aliases })
const everybody = [
  person(1, '王伟', ['Wang Wei']),
  person(2, 'Tom Baker'),
  person(3, 'Tom'),
  person(4, 'Parley', ['助手']),
]

interface Part {
  readonly type: string
  readonly value?: string
  readonly data?: { readonly hProperties: { readonly className: string } }
  readonly children?: readonly { readonly value?: string }[]
}

function parts(value: string): readonly Part[] {
  const tree = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }
  mentionPlugin(mentionPattern(everybody), idOf(1))()(tree)
  return tree.children[0]?.children ?? []
}

const mark = (value: string) =>
  parts(value).map((part) => (part.type === 'text' ? (part.value ?? '') : `[${part.children?.[0]?.value}]`))

it.each([
  ['@王伟迁移指南谁负责？', ['[@王伟]', '迁移指南谁负责？']],
  ['ask @tom baker, or @Tom', ['ask ', '[@tom baker]', ', or ', '[@Tom]']],
  ['@Wang Wei 和 @助手', ['[@Wang Wei]', ' 和 ', '[@助手]']],
  ['@所有人 开会', ['[@所有人]', ' 开会']],
  ['＠王伟', ['[＠王伟]']],
  ['@Tommy and tom@example.org', ['@Tommy and tom@example.org']],
  ['nobody', ['nobody']],
])('marks the mentions in %s', (value, expected) => {
  expect(mark(value)).toEqual(expected)
})

it.each([
  ['@王伟', true],
  ['@wang wei', true],
  ['@channel', true],
  ['@Tom', false],
])('tells the reader whether %s means them', (value, isMine) => {
  expect(parts(value)[0]?.data?.hProperties.className.includes('mention--mine')).toBe(isMine)
})
