import { expect, it } from 'vitest'
import { numberValues } from './number-values'

it.each([
  ['up to three days a week', [3]],
  ['每周最多三天', [3]],
  ['3 天', [3]],
  ['twenty-five people', [25]],
  ['二十五人', [25]],
  ['a hundred and twenty euros', [120]],
  ['一百二十欧元', [120]],
  ['两百元', [200]],
  ['十五个工作日', [15]],
  ['2,000 euros', [2_000]],
  ['两千元', [2_000]],
  ['3.5万元', [35_000]],
  ['thirty-five thousand yuan', [35_000]],
  ['三万五千元', [35_000]],
  ['二〇二五年', [2_025]],
  ['two million five hundred thousand', [2_500_000]],
  ['one of the rooms, 一个房间', []],
  ['no number', []],
])('reads the numbers of “%s”', (text, values) => {
  expect([...numberValues(text)]).toEqual(values)
})

it('reads one and one hundred alike in both languages', () => {
  expect(numberValues('one hundred')).toEqual(numberValues('一百'))
})
