import { foldTraditional } from './fold-traditional'
import { normaliseWithOffsets } from './normalise'

/** UTF-16 units folded in one step: a millisecond or two of work. */
const STEP_LENGTH = 4_000

/**
 * Where a text may be cut so that its parts fold to what the whole folds to: before a character that nothing before it is
 * joined with, and not at white space or beside what is invisible, which may hide some.
 */
const SEAM = /(?<![\s\p{C}])[^\s\p{M}\p{C}\u1100-\u11ff]/gu

/** The form in which phrases are compared: as in terms, but nothing stemmed and nothing left out. */
export function foldPhrase(text: string): string {
  return foldPart(text).toLowerCase()
}

/** {@link foldPhrase} of a text of any length, a piece in each step, so that others can have their turn between. */
export function* foldPhraseInSteps(text: string): Generator<void, string> {
  const parts: string[] = []
  for (let start = 0; start < text.length; ) {
    const end = text.length - start > STEP_LENGTH ? seamAfter(text, start + STEP_LENGTH) : text.length
    parts.push(foldPart(text.slice(start, end)))
    start = end
    if (start < text.length) yield
  }
  // At last and of all: what becomes of a Σ depends on what follows.
  return parts.join('').toLowerCase()
}

const foldPart = (text: string): string => foldTraditional(normaliseWithOffsets(text).text)

function seamAfter(text: string, at: number): number {
  SEAM.lastIndex = at
  return SEAM.exec(text)?.index ?? text.length
}
