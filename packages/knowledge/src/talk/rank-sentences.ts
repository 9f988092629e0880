import type { Encoder } from '@parley/inference'
import { fitsQuestionType } from '../answer-spans'
import { affinityScale } from '../language-centres'
import { speaksAgainst } from './counter-evidence'
import type { FoundTalk, SaidMessage } from './said-message'
import type { TalkQuestion } from './talk-question'
import { type TalkSentence, talkSentences } from './talk-sentences'
import { WordScale } from './weigh-words'

/** A sentence with what speaks for it. */
export interface TalkCandidate extends TalkSentence {
  /** Share of the question's words in the sentence, weighed by rarity; 0 to 1. */
  readonly coverage: number
  /** The same in its message and in what was said before it. */
  readonly heldAround: number
  /** 1: it does what is asked for, a decision or a promise; 0 else. */
  readonly actFit: number
  readonly typeFit: -1 | 0 | 1
  /** Whether somebody else had asked something just before it. */
  readonly isReply: number
  /** 1: the person who is asked about said it; less: others say it of them; 0: neither, or nobody is asked about. */
  readonly speakerFit: number
  /** Affinity of the sentence with what it follows upon to the question; null without an encoder. */
  readonly affinity: number | null
}

/** So many sentences are compared by meaning: each costs the encoder some milliseconds. */
const COMPARED = 32
/** What the encoder reads of the message before. */
const LONGEST_BEFORE = 160

/** The likeliest sentences by their words, at most 32, with how near they come by meaning. */
export async function findSentences(
  question: TalkQuestion,
  found: FoundTalk,
  encoder: Encoder | null,
): Promise<TalkCandidate[]> {
  const scale = new WordScale(question, found)
  const byWords = found.messages
    .filter((message) => isInPeriod(message, question) && (question.words.length === 0 || scale.isNear(message)))
    .flatMap(talkSentences)
    .flatMap((sentence) => candidateOf(sentence, question, scale) ?? [])
    .filter((candidate) => mayAnswer(candidate, question) && !speaksAgainst(candidate, question, scale))
    .toSorted((one, other) => promiseOf(other) - promiseOf(one))
    .slice(0, COMPARED)
  return encoder ? withMeaning(byWords, question, scale, encoder) : byWords
}

/** Says something of what is asked about, or does what is asked for, or answers somebody, where it was spoken of. */
function mayAnswer({ coverage, heldAround, actFit, isReply }: TalkCandidate, { words }: TalkQuestion): boolean {
  return words.length === 0 ? actFit > 0 : heldAround > 0 && coverage + actFit + isReply > 0
}

const isInPeriod = ({ at }: SaidMessage, { period }: TalkQuestion): boolean =>
  (period?.from ?? -Infinity) <= at && at < (period?.until ?? Infinity)

function candidateOf(sentence: TalkSentence, question: TalkQuestion, scale: WordScale): TalkCandidate | null {
  const speakerFit = fitSpeaker(sentence, question)
  if (speakerFit === null) return null
  const own = { terms: sentence.terms, share: 1 }
  return {
    ...sentence,
    coverage: scale.coverage([own]),
    heldAround: scale.coverage([own, ...scale.surroundingsOf(sentence.message)]),
    actFit: fitsAct(sentence, question) ? 1 : 0,
    typeFit: fitsQuestionType(question.type, sentence.text),
    isReply: scale.askedBefore(sentence.message) ? 1 : 0,
    speakerFit,
    affinity: null,
  }
}

/** null: somebody else's words about something else. */
function fitSpeaker({ message, text }: TalkSentence, question: TalkQuestion): number | null {
  const { speakerIds, speakerNames, aboutIds, aboutNames } = question
  const plain = text.toLowerCase()
  const isNamed = (names: readonly string[]) => names.some((name) => plain.includes(name))
  if (speakerIds.length === 0) return aboutIds.includes(message.speakerId) ? 1 : isNamed(aboutNames) ? NAMED_FIT : 0
  if (speakerIds.includes(message.speakerId)) return 1
  return isNamed(speakerNames) ? 0 : null
}

/** Others speak of somebody. */
const NAMED_FIT = 0.7

const fitsAct = ({ act }: TalkSentence, { kind }: TalkQuestion): boolean =>
  (kind === 'decision' && act === 'decision') || (kind === 'commitment' && act === 'promise')

/** Which sentences are worth the encoder's time. */
const promiseOf = ({ coverage, heldAround, actFit, typeFit, speakerFit, message }: TalkCandidate): number =>
  coverage + heldAround + 0.4 * actFit + 0.1 * typeFit + 0.3 * speakerFit + message.at / 1e15

async function withMeaning(
  candidates: readonly TalkCandidate[],
  question: TalkQuestion,
  scale: WordScale,
  encoder: Encoder,
): Promise<TalkCandidate[]> {
  if (candidates.length === 0) return []
  const texts = candidates.map((candidate) => textInPlace(candidate, scale))
  const [[asked], read] = await Promise.all([
    encoder.encode([question.text], { purpose: 'query', priority: 'interactive' }),
    encoder.encode(texts, { purpose: 'passage', priority: 'interactive' }),
  ])
  const affinities = affinityScale(encoder.id, asked!.sentence, question.language)
  return candidates.map((candidate, at) => ({
    ...candidate,
    affinity: affinities.affinity((other) => dot(read[at]!.sentence, other), candidate.language),
  }))
}

/** "Friday." means what was asked before it. */
function textInPlace({ message, text }: TalkCandidate, scale: WordScale): string {
  const asked = scale.askedBefore(message)
  return asked ? `${asked.text.slice(0, LONGEST_BEFORE)}\n${text}` : text
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}
