import { expect, test } from 'vitest'
import { plainlyWritten } from './plainly-written'

test.each([
  ['PLEASE BOOK A ROOM', 'please book a room'],
  ['請把發布清單分配給王偉', '请把发布清单分配给王伟'],
  ['VPN 连不上', 'VPN 连不上'],
  ['Please ask HR and FINANCE', 'Please ask HR and FINANCE'],
  ['', ''],
])('%s is read as %s', (text, expected) => {
  expect(plainlyWritten(text)).toBe(expected)
})

test('places stay where they were, also where a small letter takes more room than its capital', () => {
  const text = 'İSTANBUL İZMİR ANKARA'
  expect(text.toLowerCase().length).toBeGreaterThan(text.length)
  expect(plainlyWritten(text)).toHaveLength(text.length)
})
