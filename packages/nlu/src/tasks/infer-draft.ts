import type { Slot } from '../understanding'
import type { Draft, Reading, SentenceText } from './drafts'
import { type AskingSegment, askedPerson, askingSegment, inferRequest } from './infer-request'
import { isDeniedOrPast, type TaskRequest } from './read-request'
import { ASKED_OF_NOBODY } from './request-evidence'
import { isOnlyDate, type Segment } from './segments'
import { spanOf, writtenAs } from './skeleton'
import { isThin, withContext } from './thin-title'
import { tidyTitle } from './titles'
import { isForAssistant, isLight, startsWithWork } from './work-verbs'

/** "I'm fixing it": what is being done already, unless it says by when. */
const UNDER_WAY =
  /^(?:(?:and \S+ )?(?:is|are|am|['’](?:m|re|s)) (?:currently |still |now )?)?(?!going|gonna|taking|doing|handling|volunteering|due)[a-z]+ing\b/i

/** A title that goes on with the request before: "it back", "them". */
const GOES_ON = /^(?:it|them|this|that|these|those)\b/i

/** "Action items from today:" announces what is asked, and asks nothing. */
const ANNOUNCES = /[:：]\s*$/

/** The head says that the sentence asks for something, and no rule says what. */
export function inferDraft(
  reading: Reading,
  segments: readonly Segment[],
  sentence: SentenceText,
  before: Segment | null,
): Reading {
  const asking = askingSegment(segments.map((segment) => ({ segment, evidence: sentence.judge(segment) })))
  if (
    asking === null ||
    ANNOUNCES.test(sentence.text) ||
    isDeniedOrPast(asking.segment.skeleton.text, sentence.language)
  )
    return reading
  const draft = draftOf(asking, segments, sentence)
  if (GOES_ON.test(draft.request.title) && reading.drafts.length > 0) return withDatesOf(reading, draft)
  if (!isWorkForPeople(draft) || !(namesWhoOrWhen(draft) || asksNobodyInParticular(draft, sentence))) return reading
  const previous = segments[segments.indexOf(asking.segment) - 1] ?? before
  const { draft: led, drafts } = withContext(draft, previous, reading.drafts, sentence.message)
  return led.request.title.length < 2 ? reading : { ...reading, drafts: [...drafts, led] }
}

/** Could you review it? Need it back by tomorrow. */
function withDatesOf(reading: Reading, { deadlines }: Draft): Reading {
  const drafts = reading.drafts.map((draft, index) =>
    index === reading.drafts.length - 1 ? { ...draft, deadlines: [...draft.deadlines, ...deadlines] } : draft,
  )
  return { ...reading, drafts }
}

function draftOf(asking: AskingSegment, segments: readonly Segment[], { message }: SentenceText): Draft {
  const { segment } = asking
  const at = segments.indexOf(segment)
  const request = withPerson(withWork(inferRequest(asking, message), segments[at + 1], message), segments)
  return { request, deadlines: datesAround(segments, at, request.person), segment }
}

/** A statement about a thing, or a word alone, asks nobody for anything: "the quick brown fox jumps", "hello". */
const STATES =
  /^(?:[a-z]+$|(?:the|a|an|this|that|these|those|my|our|his|her|their|its|it|he|she|they) (?!.*\b(?:could|would|should|must|can|will|needs?|has|have|had|wants?|is|are|gets?|lacks?|due)\b))/i

const asksNobodyInParticular = ({ request: { title } }: Draft, { asks }: SentenceText) =>
  asks >= ASKED_OF_NOBODY && !STATES.test(withoutMarks(title))

/** What a heading or a link says: "# Heading", "[click](https://…)". */
const withoutMarks = (title: string) =>
  title.replace(/(?<=\])\(\S{0,300}/g, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

const namesWhoOrWhen = ({ request, deadlines }: Draft) =>
  request.person !== null || request.addressee === 'speaker' || deadlines.length > 0

/** Neither attention or patience, nor what the assistant itself is asked for. */
function isWorkForPeople({ request: { title, person, addressee }, deadlines, segment }: Draft): boolean {
  if (isLight(title) || (deadlines.length === 0 && UNDER_WAY.test(title))) return false
  const forAssistant = isForAssistant(title) || isForAssistant(segment.skeleton.text.trim())
  return person !== null || addressee === 'speaker' || !forAssistant
}

/** 你顶一下，把周报汇总了: the work is said by the segment after. */
function withWork(request: TaskRequest, next: Segment | undefined, message: string): TaskRequest {
  if (next === undefined || !isThin(request.title) || !startsWithWork(next.skeleton.text)) return request
  return { ...request, title: tidyTitle(writtenAs(next.skeleton, message)), titleSpan: spanOf(next.skeleton) }
}

/** 数据核对，李娜主要看华东: the one person of the sentence, where the asking part names none. */
function withPerson(request: TaskRequest, segments: readonly Segment[]): TaskRequest {
  const people = segments.flatMap(({ skeleton }) => askedPerson(skeleton) ?? [])
  return request.addressee === 'addressed' && people.length === 1 && people[0]
    ? { ...request, addressee: 'named', person: people[0] }
    : request
}

/** Any date of its own; of the others only those that say by when: 下周一客户来访 sets no deadline for what follows. */
const datesAround = (segments: readonly Segment[], at: number, person: Slot | null) =>
  segments.flatMap((segment, index) =>
    index === at || isOnlyDate(segment) || (person !== null && askedPerson(segment.skeleton) === person)
      ? segment.deadlines
      : segment.deadlines.filter(({ isMarked }) => isMarked),
  )
