import { type Sentence, splitSentences } from '@parley/text'
import { momentOf } from '../recognisers/moment'
import type { TaskProposal } from '../task-proposal'
import type { Situation, Slot, Understanding } from '../understanding'
import { resolveAssignee } from './assignee'
import { chooseDeadline, type Deadline, deadlinesIn } from './deadlines'
import { type Draft, joinSegments, NOTHING_READ, type Reading } from './drafts'
import { askedPerson, askingSegment, inferRequest } from './infer-request'
import { weighByIntent } from './intent-evidence'
import { isDeniedOrPast, mayRequest, type TaskLanguage, type TaskRequest } from './read-request'
import { evidenceOfSegment, evidenceOfSentence, type RequestEvidence } from './request-evidence'
import { isOnlyDate, type Segment, segmentsOf, withoutCourtesies } from './segments'
import { skeletonOf, spanOf, writtenAs } from './skeleton'
import { isThin, withContext } from './thin-title'
import { tidyTitle } from './titles'
import { isForAssistant, isLight, startsWithWork } from './work-verbs'

/** Longer messages are documents: nobody hands out work after this many characters. */
const READ_LENGTH = 4000
const MAX_TASKS = 20
/** From this probability on a sentence is held to ask for something. */
const ASKED = 0.6
/** … even one that has the form of a supposition, a quotation or a question. */
const CERTAIN = 0.95
/**
 * Finds what a message asks somebody to do, or what its writer promises: imperative title, assignee, due date.
 *
 * Rules over the message without its dates, people and quotations; questions about work, reports, suppositions,
 * negations and habits make no task. The intent in `understanding` weighs in where the classifier gave one; the rules
 * stand without it. Dates and people are taken from `understanding.slots`.
 *
 * @returns at most 20 proposals, in the order of the message.
 */
export function extractTasks(text: string, understanding: Understanding, situation: Situation): TaskProposal[] {
  const message = text.slice(0, READ_LENGTH)
  const deadlines = deadlinesIn(message, understanding.slots, momentOf(situation))
  const { drafts } = splitSentences(message).reduce<Reading>(
    (reading, sentence) => readSentence(reading, message, sentence, understanding, deadlines),
    NOTHING_READ,
  )
  const read = drafts.map((draft) => ({
    proposal: toProposal(draft, message, understanding.slots, situation),
    request: draft.request,
    isAsked: isAskedAt(draft, understanding),
  }))
  return weighByIntent(read, understanding.intent).slice(0, MAX_TASKS)
}

function isAskedAt({ segment }: Draft, { requests = [] }: Understanding): boolean {
  return (evidenceOfSegment(spanOf(segment.skeleton), requests).asks ?? 0) >= ASKED
}

function readSentence(
  reading: Reading,
  message: string,
  { start, end }: Sentence,
  { slots, requests = [] }: Understanding,
  deadlines: readonly Deadline[],
): Reading {
  const within = deadlines.filter((deadline) => deadline.start >= start && deadline.start < end)
  const sentence = withoutCourtesies(skeletonOf(message, start, end, slots, within))
  const language: TaskLanguage = /\p{Script=Han}/u.test(sentence.text) ? 'zh' : 'en'
  const { asks } = evidenceOfSentence({ start, end }, requests)
  const may = mayRequest(sentence.text, language)
  if (!may && (asks ?? 0) < CERTAIN) return { ...reading, previous: null }
  const isAsked = (asks ?? 0) >= ASKED
  const judge = (segment: Segment) => evidenceOfSegment(spanOf(segment.skeleton), requests)
  const segments = segmentsOf(sentence, language, within)
  const next = joinSegments(reading, segments, { message, text: sentence.text, language, judge, isAsked })
  const isUnread = isAsked && next.drafts.every((draft, index) => draft === reading.drafts[index])
  return isUnread ? inferDraft(next, segments, judge, message, reading.previous, language) : next
}

/** The head says that the sentence asks for something, and no rule says what. */
function inferDraft(
  reading: Reading,
  segments: readonly Segment[],
  judge: (segment: Segment) => RequestEvidence,
  message: string,
  before: Segment | null,
  language: TaskLanguage,
): Reading {
  const asking = askingSegment(segments.map((segment) => ({ segment, evidence: judge(segment) })))
  if (asking === null || isDeniedOrPast(asking.segment.skeleton.text, language)) return reading
  const at = segments.indexOf(asking.segment)
  const own = inferRequest(asking, message)
  if (!isWorkForPeople(own, asking.segment)) return reading
  const whole = withPerson(withWork(own, segments[at + 1], message), segments)
  const draft = { request: whole, deadlines: datesAround(segments, at), segment: asking.segment }
  const { draft: led, drafts } = withContext(draft, segments[at - 1] ?? before, reading.drafts, message)
  return led.request.title.length < 2 ? reading : { ...reading, drafts: [...drafts, led] }
}

/** Neither attention or patience, nor what the assistant itself is asked for. */
function isWorkForPeople({ title, person, addressee }: TaskRequest, { skeleton }: Segment): boolean {
  if (isLight(title) || isLight(skeleton.text.trim())) return false
  return person !== null || addressee === 'speaker' || !(isForAssistant(title) || isForAssistant(skeleton.text.trim()))
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
const datesAround = (segments: readonly Segment[], at: number) =>
  segments.flatMap((segment, index) =>
    index === at || isOnlyDate(segment) ? segment.deadlines : segment.deadlines.filter(({ isMarked }) => isMarked),
  )

function toProposal(draft: Draft, message: string, slots: readonly Slot[], situation: Situation): TaskProposal {
  const { request, segment } = draft
  const assignee = resolveAssignee(request, message, slots, situation)
  const deadline = chooseDeadline(draft.deadlines)
  const place = { request: spanOf(segment.skeleton), title: request.titleSpan, assignee: assignee.slot, due: deadline }
  const evidence = (['request', 'title', 'assignee', 'due'] as const).flatMap((role) => {
    const span = place[role]
    return span ? [{ role, start: span.start, end: span.end }] : []
  })
  const { title, confidence } = request
  return { title, assigneeId: assignee.id, due: deadline?.due ?? null, confidence, evidence }
}
