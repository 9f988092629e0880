import { messageTerms } from '@parley/text'
import type { ChatLine } from './chat-line'
import { type LineCues, lineCues } from './line-cues'
import { type CallNames, callNames, type NameableText, nameableText } from './named-authors'

/** What is known of a line by itself; made once, read in every pair. */
export interface LineTraits extends ChatLine {
  readonly cues: LineCues
  readonly terms: ReadonlySet<string>
  readonly nameable: NameableText
  /** What its author is called. */
  readonly called: CallNames
}

/** A pasted log is told by its beginning. */
const READ = 600

export function lineTraits(line: ChatLine): LineTraits {
  const terms = messageTerms(line.text.slice(0, READ)).map(({ term }) => term)
  return {
    ...line,
    cues: lineCues(line.text),
    // A single sign is in every other line.
    terms: new Set(terms.filter((term) => term.length > 1)),
    nameable: nameableText(line.text),
    called: callNames(line),
  }
}
