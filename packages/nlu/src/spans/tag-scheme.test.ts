import { describe, expect, it } from 'vitest'
import { countPhrases, gazetteerMarks, phrasesWithout } from './gazetteer'
import { splitUnits } from './split-units'
import { beginOf, insideOf, mayFollow, OUTSIDE, toRuns, toTags } from './tag-scheme'

const types = ['artist', 'song']
const unitsOf = (text: string) => splitUnits(text).map((unit) => unit.text)

describe('units', () => {
  it('are Chinese characters, words, numbers and marks, with their place in the text', () => {
    expect(unitsOf("我想听Jay's新歌12首！")).toEqual(['我', '想', '听', 'Jay', "'", 's', '新', '歌', '12', '首', '！'])
    expect(splitUnits('a 𠮷b')).toEqual([
      { start: 0, end: 1, text: 'a' },
      { start: 2, end: 4, text: '𠮷' },
      { start: 4, end: 5, text: 'b' },
    ])
    expect(unitsOf('  \n')).toEqual([])
  })
})

describe('tags', () => {
  const text = 'play so what by miles davis'
  const spans = [
    { start: 5, end: 12, type: 'song' },
    { start: 16, end: 27, type: 'artist' },
  ]

  it('say where a span begins and goes on, and lead back to it', () => {
    const tags = toTags(splitUnits(text), spans, types)
    expect(tags).toEqual([OUTSIDE, beginOf(1), insideOf(1), OUTSIDE, beginOf(0), insideOf(0)])
    expect(toRuns(tags)).toEqual([
      { first: 1, last: 2, type: 1 },
      { first: 4, last: 5, type: 0 },
    ])
  })

  it('keep spans apart that touch', () => {
    expect(toRuns([beginOf(0), beginOf(0), insideOf(0)])).toHaveLength(2)
  })

  it('take the longer of two spans that overlap', () => {
    const tags = toTags(splitUnits(text), [...spans, { start: 8, end: 27, type: 'song' }], types)
    expect(toRuns(tags)).toEqual([{ first: 2, last: 5, type: 1 }])
  })

  it('go on only where they began', () => {
    expect(mayFollow(beginOf(0), insideOf(0))).toBe(true)
    expect(mayFollow(insideOf(0), insideOf(0))).toBe(true)
    expect(mayFollow(beginOf(1), insideOf(0))).toBe(false)
    expect(mayFollow(OUTSIDE, insideOf(0))).toBe(false)
    expect(mayFollow(insideOf(0), beginOf(1))).toBe(true)
  })
})

describe('the gazetteer', () => {
  const example = (text: string, phrase: string) => ({
    text,
    spans: [{ start: text.indexOf(phrase), end: text.indexOf(phrase) + phrase.length, type: 'artist' }],
  })
  const [once, twice, again] = [
    example('play Miles Davis', 'Miles Davis'),
    example('听周杰倫', '周杰倫'),
    example('放周杰伦', '周杰伦'),
  ]
  const counts = countPhrases([once, twice, again])

  it('marks the longest known phrase, whatever its case and characters', () => {
    const known = (phrase: string) => [...(counts.get(phrase)?.keys() ?? [])]
    expect(gazetteerMarks(splitUnits('hear MILES  davis now'), known)).toEqual([[], ['B:artist'], ['I:artist'], []])
    expect(gazetteerMarks(splitUnits('周杰伦'), known)).toEqual([['B:artist'], ['I:artist'], ['I:artist']])
  })

  it('hides from an example what only that example told it', () => {
    expect(phrasesWithout(counts, once)('miles davis')).toEqual([])
    expect(phrasesWithout(counts, twice)('周 杰 伦')).toEqual(['artist'])
  })
})
