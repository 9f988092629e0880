import { expect, it } from 'vitest'
import { rowsOfTabs, tableOfRows } from './table-of-rows'

it('writes rows as a table as wide as the widest, without letting a cell end it', () => {
  const rows = [
    ['名称', 'Price'],
    ['a|b', '3\n4'],
    ['c', '5', 'x'],
  ]
  expect(tableOfRows(rows)).toBe('| 名称 | Price |  |\n| --- | --- | --- |\n| a\\|b | 3 4 |  |\n| c | 5 | x |')
})

it('reads cells that a spreadsheet copied', () => {
  expect(rowsOfTabs('a\tb\r\n1\t\r\n')).toEqual([
    ['a', 'b'],
    ['1', ''],
  ])
})

it.each(['one\ttab', 'plain\ntext', '\tif (a) {\n\t\tb()', 'a\tb\nc'])('takes %j for no table', (text) => {
  expect(rowsOfTabs(text)).toBeNull()
})
