import { foldTraditional, segmentWords } from '@parley/text'
import { CHINESE_FILLERS } from './spoken-words'

/** A Chinese question without what it says in passing, and how many words that were: terms are pairs of characters, and each of these words makes two that stand nowhere. */
export function withoutFillers(question: string): { readonly text: string; readonly leftOut: number } {
  const words = segmentWords(foldTraditional(question))
  const kept = words.filter(({ text }) => !CHINESE_FILLERS.has(text))
  // Characters that did not stand side by side make no pair.
  const text = kept.map(({ text, start }, at) => (start > (kept[at - 1]?.end ?? start) ? ` ${text}` : text)).join('')
  return { text, leftOut: words.length - kept.length }
}
