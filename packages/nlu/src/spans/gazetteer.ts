import { foldTraditional, normalise } from '@parley/text'
import type { SpanExample } from './span-model'
import { splitUnits, type Unit } from './split-units'

const MAX_UNITS = 8

/** How often each phrase was a span of each type. */
export type PhraseCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

export function countPhrases(examples: readonly SpanExample[]): PhraseCounts {
  const counts = new Map<string, Map<string, number>>()
  for (const { text, spans } of examples) {
    for (const { start, end, type } of spans) {
      const phrase = phraseOf(splitUnits(text.slice(start, end)))
      const known = counts.get(phrase) ?? new Map<string, number>()
      counts.set(phrase, known.set(type, (known.get(type) ?? 0) + 1))
    }
  }
  return counts
}

/**
 * The phrases as an example that helped to count them may see them: without what it told itself, or every span would
 * be known in training and none of the new ones afterwards.
 */
export function phrasesWithout(counts: PhraseCounts, example: SpanExample): (phrase: string) => string[] {
  const own = countPhrases([example])
  return (phrase) =>
    [...(counts.get(phrase) ?? [])].flatMap(([type, count]) =>
      count > (own.get(phrase)?.get(type) ?? 0) ? [type] : [],
    )
}

/** Marks of the gazetteer on each unit: `B:type` where a known phrase begins, `I:type` within it; the longest phrase wins. */
export function gazetteerMarks(
  units: readonly Unit[],
  typesOf: (phrase: string) => readonly string[],
): readonly (readonly string[])[] {
  const marks: string[][] = units.map(() => [])
  const words = units.map(({ text }) => foldUnit(text))
  for (let at = 0; at < units.length; ) {
    const found = longestPhrase(words, at, typesOf)
    for (let place = at; place < at + found.length; place++) {
      for (const type of found.types) marks[place]?.push(`${place === at ? 'B' : 'I'}:${type}`)
    }
    at += Math.max(1, found.length)
  }
  return marks
}

function longestPhrase(words: readonly string[], at: number, typesOf: (phrase: string) => readonly string[]) {
  for (let length = Math.min(MAX_UNITS, words.length - at); length > 0; length--) {
    const types = typesOf(words.slice(at, at + length).join(' '))
    if (types.length > 0) return { length, types }
  }
  return { length: 0, types: [] }
}

const phraseOf = (units: readonly Unit[]): string => units.map(({ text }) => foldUnit(text)).join(' ')

/** Width, case and traditional characters make no difference. */
export const foldUnit = (text: string): string => foldTraditional(normalise(text)).toLowerCase()
