import { splitSentences } from '@parley/text'
import type { TextSpan } from '../understanding'

/** Nobody puts several wishes into a longer message without ending a sentence. */
const READ_LENGTH = 400
const MAX_SEGMENTS = 6
const LEAST_LENGTH = 3
/** Where another wish may begin: at marks, and at the words that join wishes. */
const JOINT =
  /[，,；;]\s*(?:(?:and|then|also|plus)\s+)*|\s+(?:and|then|also|plus)\s+(?:(?:then|also)\s+)?|(?=顺便|另外|然后|还有|接着|并且|同时)/gi
/** What joins a wish to the one before is no part of it. */
const JOINING_WORD = /^(?:顺便|另外|然后|还有|接着|并且|同时|再|also|then|and)[，,\s]*/i

/** The parts of a message that may each have an intent; none where it is one part. */
export function intentSegments(message: string): TextSpan[] {
  if (message.length > READ_LENGTH) return []
  const segments = splitSentences(message).flatMap(({ start, end }) => partsOf(message, start, end))
  return segments.length < 2 ? [] : segments.slice(0, MAX_SEGMENTS)
}

function partsOf(message: string, start: number, end: number): TextSpan[] {
  const cuts = [...message.slice(start, end).matchAll(JOINT)].map(({ index, 0: { length } }) => ({
    from: start + index,
    to: start + index + length,
  }))
  const starts = [start, ...cuts.map(({ to }) => to)]
  const ends = [...cuts.map(({ from }) => from), end]
  return starts.flatMap((from, index) => trimmed(message, from, ends[index] as number))
}

function trimmed(message: string, start: number, end: number): TextSpan[] {
  const text = message.slice(start, end).trimEnd()
  const blank = text.search(/\S|$/)
  const joining = JOINING_WORD.exec(text.slice(blank))?.[0].length ?? 0
  const from = start + blank + joining
  return start + text.length - from < LEAST_LENGTH ? [] : [{ start: from, end: start + text.length }]
}
