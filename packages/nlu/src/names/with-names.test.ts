import { describe, expect, it } from 'vitest'
import type { Slot, SlotValue } from '../understanding'
import { withNames } from './with-names'

const text = 'Anna shows the iPhone 15 to Siemens on Friday'
const slot = (part: string, value: SlotValue, source: Slot['source'] = 'recogniser'): Slot => {
  const start = text.indexOf(part)
  return { start, end: start + part.length, text: part, value, source }
}
const name = (part: string, type: string, confidence = 0.9) => {
  const start = text.indexOf(part)
  return { start, end: start + part.length, type, confidence }
}
const told = (slots: readonly Slot[]) => slots.map((each) => `${each.value.type}: ${each.text}`)

describe('names beside what else was found', () => {
  it('leave to the directory the people whom it knows, and to recognisers their dates', () => {
    const anna = slot('Anna', { type: 'person', personIds: ['anna'], name: 'Anna' }, 'directory')
    const friday = slot('Friday', { type: 'date', date: '2026-11-27' })
    const names = [name('Anna', 'person'), name('Siemens on Friday', 'organisation')]
    expect(withNames([anna, friday], names, text)).toEqual([anna, friday])
  })

  it('take the place of a bare number that they hold', () => {
    const number = slot('15', { type: 'number', number: 15 })
    expect(told(withNames([number], [name('iPhone 15', 'product')], text))).toEqual(['product: iPhone 15'])
  })

  it('are told with their type, their place and where they come from, in the order of the message', () => {
    const friday = slot('Friday', { type: 'date', date: '2026-11-27' })
    const found = withNames([friday], [name('Siemens', 'organisation'), name('Anna', 'person', 0.8)], text)
    expect(told(found)).toEqual(['outsider: Anna', 'organisation: Siemens', 'date: Friday'])
    expect(found[0]).toMatchObject({ start: 0, end: 4, source: 'model', value: { name: 'Anna', confidence: 0.8 } })
  })

  it('are not told where the tagger is not sure', () => {
    expect(withNames([], [name('Siemens', 'organisation', 0.49)], text)).toEqual([])
  })
})
