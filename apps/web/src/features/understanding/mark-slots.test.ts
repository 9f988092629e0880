import { expect, it } from 'vitest'
import { markSlots, type Slot } from './mark-slots'

const slot = (start: number, text: string): Slot => ({
  start,
  end: start + text.length,
  text,
  value: { type: 'person' },
  source: 'test',
})
const marked = (text: string, ...slots: Slot[]) =>
  markSlots(text, slots).map((part) => (part.slot ? `[${part.text}]` : part.text))

it('cuts a text at its slots, in their order', () => {
  expect(marked('分配给王伟，周五前', slot(6, '周五'), slot(3, '王伟'))).toEqual([
    '分配给',
    '[王伟]',
    '，',
    '[周五]',
    '前',
  ])
})

it('marks the words where they stand, not where they stand first', () => {
  expect(marked('王伟，周五和王伟', slot(6, '王伟'))).toEqual(['王伟，周五和', '[王伟]'])
})

it('marks the first of two that overlap, and leaves out what is not in the text', () => {
  expect(marked('Tom Baker, Ida', slot(0, 'Tom Baker'), slot(4, 'Baker'), slot(11, 'Ines'))).toEqual([
    '[Tom Baker]',
    ', Ida',
  ])
})
