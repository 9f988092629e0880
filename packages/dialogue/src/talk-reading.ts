import { readTalkQuestion, type StructuredQuery, type TalkQuestion } from '@parley/knowledge'
import type { Situation } from '@parley/nlu'
import { isQuestion } from './question'

/** A question as it is put to what people wrote; the directory says whom it names. */
export function readTalk(question: string, { speakerId, now, directory }: Situation): TalkQuestion {
  return readTalkQuestion(question, { askerId: speakerId, now, people: directory })
}

/** Whether a message asks in so many words for what people said, decided, promised or know. */
export const asksTalk = (text: string, situation: Situation): boolean =>
  isQuestion(text) && readTalk(text, situation).isAskedOfTalk

/** The same of a query, whose parts say whose words are wanted, from when and where; a person may have changed them. */
export function talkQuestionOf(
  { text, parts }: StructuredQuery,
  situation: Situation,
  isEdited: boolean,
): TalkQuestion {
  const question = readTalk(text, situation)
  const from = parts.flatMap((part) => (part.kind === 'person' && part.role === 'from' ? [part] : []))
  const when = parts.find((part) => part.kind === 'time' && part.role === 'from')
  const period = when?.kind === 'time' ? daysAsPeriod(when.from, when.to, situation.now) : null
  const isOwn = !isEdited && question.speakerIds.length > 0
  return {
    ...question,
    ...(!isOwn && {
      speakerIds: from.flatMap(({ ids }) => ids),
      speakerNames: from.map(({ name }) => name.toLowerCase()),
    }),
    isAskedOfTalk: question.isAskedOfTalk || from.length > 0,
    period: period ?? (isEdited ? null : question.period),
    placeIds: parts.flatMap((part) => (part.kind === 'channel' ? part.ids : [])),
  }
}

const DAY_MS = 86_400_000

/** Calendar days of whoever asks, both included. */
function daysAsPeriod(from: string | null, to: string | null, now: string) {
  const offset = now.slice(19)
  const instant = (day: string) => Date.parse(`${day}T00:00:00${offset}`)
  return { from: from === null ? null : instant(from), until: to === null ? null : instant(to) + DAY_MS }
}
