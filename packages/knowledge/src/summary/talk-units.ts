import { detectLanguage, type Language, splitSentences } from '@parley/text'
import { isAgreement, isSettling } from './settling'
import { beginsAnAnswer, isDecision, isQuestion, isSmallTalk } from './speech-acts'
import type { SaidSentence, TalkMessage } from './talk'
import { isUndertaking } from './undertaking'

export interface TalkUnit extends SaidSentence {
  readonly speakerId: string
  readonly language: Language
  readonly kind: 'statement' | 'decision' | 'promise' | 'question'
  /** Index of its message. */
  readonly position: number
  readonly isRepliedTo: boolean
  /** Whether somebody else says yes or no right after it. */
  readonly isAnsweredShortly: boolean
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
  return messages.flatMap((message, position) => unitsOf(messages, message, position)).slice(-MOST_UNITS)
}

function unitsOf(
  messages: readonly TalkMessage[],
  { id, speakerId, text, isRepliedTo }: TalkMessage,
  position: number,
): TalkUnit[] {
  const said = spokenPart(text)
  return splitSentences(said).flatMap(({ text: sentence }) => {
    const length = lengthOf(sentence)
    if (length < SHORTEST || length > LONGEST || isSmallTalk(sentence)) return []
    const kind = kindOf(sentence, () => isAgreedTo(messages, position))
    const language = detectLanguage(sentence)
    const isAnswered = isAnsweredShortly(messages, position)
    const place = { messageId: id, speakerId, position, isRepliedTo, isAnsweredShortly: isAnswered }
    return [{ ...place, text: sentence, language, kind, length }]
  })
}

/** Whoever says that they do it decides for nobody else; what is to be for all is decided where others agree. */
function kindOf(sentence: string, isAgreed: () => boolean): TalkUnit['kind'] {
  if (isQuestion(sentence)) return 'question'
  if (isDecision(sentence)) return 'decision'
  if (isUndertaking(sentence)) return 'promise'
  return isSettling(sentence) && isAgreed() ? 'decision' : 'statement'
}

/** Agreement comes within so many messages, before or after. */
const NEAR = 3

/** Whether somebody else agrees nearby. */
const isAgreedTo = (messages: readonly TalkMessage[], position: number): boolean =>
  messages
    .slice(Math.max(0, position - NEAR), position + 1 + NEAR)
    .some(({ speakerId, text }) => speakerId !== messages[position]?.speakerId && isAgreement(text))

/** Whether the next word is somebody else's yes or no. */
function isAnsweredShortly(messages: readonly TalkMessage[], position: number): boolean {
  const next = messages[position + 1]
  if (!next || next.speakerId === messages[position]?.speakerId) return false
  return isAgreement(next.text) || beginsAnAnswer(next.text)
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
