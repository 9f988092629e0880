import { detectLanguage, type Language, splitSentences } from '@parley/text'
import { isDecision, isQuestion, isSmallTalk } from './speech-acts'
import type { SaidSentence, TalkMessage } from './talk'

export interface TalkUnit extends SaidSentence {
  readonly speakerId: string
  readonly language: Language
  readonly kind: 'statement' | 'decision' | 'question'
  /** Index of its message. */
  readonly position: number
  readonly isRepliedTo: boolean
  /** How much it says: words, or Chinese characters at half a word each. */
  readonly length: number
}

/** A pasted log is no talk. UTF-16 units. */
const MESSAGE_LIMIT = 2_000
/** So many sentences are compared with each other; of a longer conversation the newest. */
const MOST_UNITS = 300
const SHORTEST = 3
const LONGEST = 60

/** The sentences that can stand for a conversation: no code, no quotation, no greeting. Linear in the length. */
export function talkUnits(messages: readonly TalkMessage[]): TalkUnit[] {
  return messages.flatMap((message, position) => unitsOf(message, position)).slice(-MOST_UNITS)
}

function unitsOf({ id, speakerId, text, isRepliedTo }: TalkMessage, position: number): TalkUnit[] {
  const said = spokenPart(text)
  return splitSentences(said).flatMap(({ text: sentence }) => {
    const length = lengthOf(sentence)
    if (length < SHORTEST || length > LONGEST || isSmallTalk(sentence)) return []
    const kind = isQuestion(sentence) ? 'question' : isDecision(sentence) ? 'decision' : 'statement'
    const language = detectLanguage(sentence)
    return [{ messageId: id, text: sentence, speakerId, language, kind, position, isRepliedTo, length }]
  })
}

/** The beginning without code and quotations: they become line breaks, so that sentences end there and stay as they were said. */
export const spokenPart = (text: string): string =>
  text
    .slice(0, MESSAGE_LIMIT)
    .replaceAll(/```[\s\S]*?(?:```|$)/g, '\n')
    .replaceAll(/^ {0,3}>.*$/gm, '\n')

/** How much a sentence says: words, or Chinese characters at half a word each. */
export function lengthOf(sentence: string): number {
  const han = sentence.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = sentence.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0
  return words + han / 2
}
