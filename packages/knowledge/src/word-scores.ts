import type { Language } from '@parley/text'
import type { LexicalIndex, LexicalScores, ReadableSlots } from './bm25'
import { bridgeQuestion, type Concept } from './glossary'
import { questionTerms } from './passage-terms'

/** A passage found through the glossary has been found less surely than by the question's own words. */
const BRIDGED_SHARE = 0.7

export interface WordQuestion {
  readonly text: string
  readonly language: Language
}

/**
 * How well passages fit by words: those of the question, and in passages of the other language what the glossary has for
 * them, so that no passage of the question's own language gains or loses by it.
 */
export function scoreWords(
  index: LexicalIndex,
  { text, language }: WordQuestion,
  readable: ReadableSlots,
  languageOf: (slot: number) => Language,
): LexicalScores {
  const own = index.score(questionTerms(text), readable)
  const concepts = bridgeQuestion(text, language)
  const bridged = index.score([...new Set(concepts.flat(2))], readable)
  const exchange = (BRIDGED_SHARE * own.ceiling) / (ceilingOf(concepts, index, readable) || 1)
  const isForeign = (slot: number) => languageOf(slot) !== language
  const foreign = (slot: number) => Math.min(own.ceiling, bridged.of(slot) * exchange)
  return {
    slots: [...new Set([...own.slots, ...bridged.slots.filter(isForeign)])],
    of: (slot) => (isForeign(slot) ? Math.max(own.of(slot), foreign(slot)) : own.of(slot)),
    ceiling: own.ceiling,
  }
}

/** What a passage would score that names every concept by its rarest form, very often. */
function ceilingOf(concepts: readonly Concept[], index: LexicalIndex, readable: ReadableSlots): number {
  const ofForms = (terms: readonly string[]) => index.ceiling(terms, readable)
  return concepts.reduce((sum, forms) => sum + Math.max(...forms.map(ofForms)), 0)
}
