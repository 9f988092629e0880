import type { Language } from '@parley/text'
import type { ReadableWords } from './bm25'
import { bridgeQuestion, type Concept, unbridgedWords } from './glossary'
import { questionTerms } from './passage-terms'
import { TopSlots } from './top-slots'

/** A passage found through the glossary has been found less surely than by the question's own words. */
const BRIDGED_SHARE = 0.7

export interface WordQuestion {
  readonly text: string
  readonly language: Language
}

export interface WordScores {
  /** The best of those that hold any of the words, best first. */
  best(limit: number): number[]
  of(slot: number): number
  /**
   * How much of the question was understood in the passage's language, by weight: all in its own, in the other what the glossary knows. One
   * general word in common, where the rest was not understood, says next to nothing.
   */
  trust(slot: number): number
  /** What a text holding every word of the question very often would score. */
  readonly ceiling: number
}

/**
 * How well passages fit by words: those of the question, and in passages of the other language what the glossary has for
 * them, so that no passage of the question's own language gains or loses by it.
 */
export function scoreWords(
  words: ReadableWords,
  { text, language }: WordQuestion,
  languages: readonly Language[],
): WordScores {
  const own = words.score(questionTerms(text))
  const concepts = bridgeQuestion(text, language)
  const bridged = words.score([...new Set(concepts.flat(2))])
  const known = ceilingOf(concepts, words)
  const exchange = (BRIDGED_SHARE * own.ceiling) / (known || 1)
  const knownShare = known / (known + ceilingOfUnknown(unbridgedWords(text, language).length, words) || 1)
  const isForeign = (slot: number) => languages[slot] !== language
  const foreign = (slot: number) => Math.min(own.ceiling, bridged.of(slot) * exchange)
  const of = (slot: number) => (isForeign(slot) ? Math.max(own.of(slot), foreign(slot)) : own.of(slot))
  return {
    trust: (slot) => (isForeign(slot) ? knownShare : 1),
    best(limit) {
      const top = new TopSlots(limit)
      for (const slot of own.slots) top.offer(slot, of(slot))
      for (const slot of bridged.slots) if (isForeign(slot) && own.of(slot) === 0) top.offer(slot, of(slot))
      return top.slots()
    },
    of,
    ceiling: own.ceiling,
  }
}

/** What a passage would score that names every concept by its rarest form, very often. */
function ceilingOf(concepts: readonly Concept[], words: ReadableWords): number {
  const ofForms = (terms: readonly string[]) => words.ceiling(terms)
  return concepts.reduce((sum, forms) => sum + Math.max(...forms.map(ofForms)), 0)
}

/** Words that the glossary does not know count as the rarest do. */
function ceilingOfUnknown(count: number, words: ReadableWords): number {
  return count * words.ceiling([NO_TERM])
}

/** Stands in no text: its weight is that of every unknown word. */
const NO_TERM = '\0'
