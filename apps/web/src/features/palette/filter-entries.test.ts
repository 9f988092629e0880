import { describe, expect, it } from 'vitest'
import { noPinyin } from '../../app/name-match'
import { filterEntries, type PaletteEntry } from './filter-entries'

const entry = (kind: PaletteEntry['kind'], label: string): PaletteEntry => ({
  ...{ id: label, kind, label, keywords: [], icon: null },
  run: () => undefined,
})
const people = Array.from({ length: 5_000 }, (_, number) => entry('person', `Person ${number}`))
const channels = [entry('channel', 'harbour'), entry('channel', 'person of the month')]
const labels = (query: string) => filterEntries([...channels, ...people], query, noPinyin).map(({ label }) => label)

describe('the palette', () => {
  it('shows no more of each kind than one looks over, and leaves no kind out', () => {
    expect(labels('')).toHaveLength(52)
    expect(labels('')).toEqual(expect.arrayContaining(['harbour', 'Person 0']))
    expect(labels('person')).toHaveLength(51)
  })

  it('finds everybody by the rest of the name', () => {
    expect(labels('Person 4999')).toEqual(['Person 4999'])
  })
})
