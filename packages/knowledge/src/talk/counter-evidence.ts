import { readHedges } from '../graph/hedges'
import type { TalkCandidate } from './rank-sentences'
import type { TalkQuestion } from './talk-question'
import { holdsWord, termSetOf } from './talk-words'
import type { WordScale } from './weigh-words'

/**
 * Whether a sentence that has the words of a question answers something else: it denies or only supposes what is asked for, holds
 * nothing of the kind that would answer, or speaks of another by name. Of facts alone: what was decided may be a no, a promise is
 * of what is not yet so, and whoever asks whether something is so is answered by a denial too.
 */
export function speaksAgainst(candidate: TalkCandidate, question: TalkQuestion, scale: WordScale): boolean {
  if (question.kind !== 'fact' || question.type === 'yes-no') return false
  if (isDeniedOrSupposed(candidate, question, scale)) return true
  // "Friday." says by itself neither what it is about nor what kind of thing it is.
  if (candidate.isReply) return false
  return lacksKind(candidate, question) || lacksName(candidate, question, scale)
}

/** Only the clause that is about the matter counts: "in tools/load, but never against production" says where. */
function isDeniedOrSupposed({ text, language }: TalkCandidate, question: TalkQuestion, scale: WordScale): boolean {
  const [clause] = text
    .split(/[,;:，；：、]|\s[–—-]\s/)
    .map((part) => ({ part, coverage: scale.coverage([{ terms: termSetOf(part), share: 1 }]) }))
    .sort((one, other) => other.coverage - one.coverage)
  if (!clause || clause.coverage === 0) return false
  const said = readHedges(clause.part, text, language)
  const asked = readHedges(question.text, question.text, question.language)
  return (said.isNegated && !asked.isNegated) || (said.isHypothetical && !asked.isHypothetical)
}

/** Whoever is meant may be "I", or a company of one word: a person cannot be told by looks so surely that a sentence fails by it. */
const TOLD_BY_LOOKS = new Set<TalkQuestion['type']>(['time', 'duration', 'quantity', 'money', 'place'])
/** In talk things are also in folders. */
const PLACE_IN_TALK = /在\p{Script=Han}|[/\\]/u

function lacksKind({ typeFit, text }: TalkCandidate, { type, speakerIds }: TalkQuestion): boolean {
  if (typeFit >= 0 || speakerIds.length > 0 || !TOLD_BY_LOOKS.has(type)) return false
  return type !== 'place' || !PLACE_IN_TALK.test(text)
}

const TIME_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)$/i

/** A name that the question gives and the whole message does not: "Vega is due" is not answered by when Helios is. */
function lacksName({ message }: TalkCandidate, { text, words }: TalkQuestion, scale: WordScale): boolean {
  const isName = (word: string) => /^\p{Lu}\p{L}/u.test(word) && !text.startsWith(word) && !TIME_NAME.test(word)
  return words.some((word) => isName(word.text) && holdsWord(word, scale.termsOf(message)) === 0)
}
