import type { Deadline } from './deadlines'
import { handedTo } from './handover'
import { askedPerson } from './infer-request'
import { readRequest, type TaskLanguage, type TaskRequest } from './read-request'
import { ASKED, ASKING_SEGMENT, type RequestEvidence } from './request-evidence'
import { isOnlyDate, type Segment, sharesDate } from './segments'
import { spanOf, writtenAs } from './skeleton'
import { isThin, withContext } from './thin-title'
import { tidyTitle, titleWithTopic } from './titles'
import { startsWithWork } from './work-verbs'

/** A request with the dates and the person that later segments add. */
export interface Draft {
  readonly request: TaskRequest
  readonly deadlines: readonly Deadline[]
  readonly segment: Segment
}

/** What has been read of a message so far. */
export interface Reading {
  readonly drafts: readonly Draft[]
  /** The segment before, which "please handle it" speaks of. */
  readonly previous: Segment | null
}

export interface SentenceText {
  readonly message: string
  readonly text: string
  readonly language: TaskLanguage
  /** What the request head says of a stretch of it. */
  readonly judge: (segment: Segment) => RequestEvidence
  /** Probability that the sentence as a whole asks for something; 0 where nobody judged it. */
  readonly asks: number
}

export const NOTHING_READ: Reading = { drafts: [], previous: null }

/** What is being read of one sentence: `fresh` are its own requests, `waiting` dates that stand before their request. */
interface SentenceReading {
  readonly fresh: readonly Draft[]
  readonly earlier: readonly Draft[]
  readonly waiting: readonly Deadline[]
  readonly previous: Segment | null
}

/** Reads segment by segment; one that asks for nothing new may add a date, a person or the title to the one before. */
export function joinSegments(
  { drafts, previous }: Reading,
  segments: readonly Segment[],
  sentence: SentenceText,
): Reading {
  const start: SentenceReading = { fresh: [], earlier: drafts, waiting: [], previous }
  const end = segments.reduce((reading, segment) => readSegment(reading, segment, segments, sentence), start)
  return {
    drafts: [...end.earlier, ...end.fresh.filter(({ request }) => request.title !== '')],
    previous: end.previous,
  }
}

function readSegment(
  reading: SentenceReading,
  segment: Segment,
  segments: readonly Segment[],
  sentence: SentenceText,
): SentenceReading {
  if (isOnlyDate(segment)) return addDate(reading, segment, sentence)
  const after = { ...reading, previous: segment }
  const person = handedTo(segment.skeleton)
  if (person !== null) return { ...handOver(after, reading.previous, person, segment, sentence), previous: segment }
  const isAsked = sentence.asks >= ASKED && (isParallel(reading, segment) || asksItself(segment, sentence))
  const read = readRequest(withDates(segment, segments), sentence.message, sentence.text, sentence.language, isAsked)
  if (read === null || (read.isBare && reading.fresh.length > 0)) return addToLast(after, segment, sentence)
  const draft = { request: read, deadlines: [...segment.deadlines, ...reading.waiting], segment }
  return { ...addDraft(after, draft, reading.previous, segments, sentence), waiting: [] }
}

const asksItself = (segment: Segment, { judge }: SentenceText) => (judge(segment).asks ?? 0) >= ASKING_SEGMENT

/** 李娜写手册，赵磊录视频: who is named after a request is asked too. */
const isParallel = ({ fresh }: SentenceReading, { skeleton }: Segment) =>
  fresh.length > 0 && askedPerson(skeleton) !== null

/** Leads a title that says too little by the segment before it, unless the one after it says more. */
function addDraft(
  reading: SentenceReading,
  draft: Draft,
  before: Segment | null,
  segments: readonly Segment[],
  { message }: SentenceText,
): SentenceReading {
  const next = segments[segments.indexOf(draft.segment) + 1]
  if (isThin(draft.request.title) && next !== undefined && !isOnlyDate(next) && startsWithWork(next.skeleton.text)) {
    return { ...reading, fresh: [...reading.fresh, draft] }
  }
  const own = withContext(draft, before, reading.fresh, message)
  const earlier = withContext(draft, before, reading.earlier, message).drafts
  return { ...reading, earlier, fresh: [...own.drafts, own.draft] }
}

/** A weak form may rest on a deadline that stands elsewhere in its sentence: 陈晨准备材料，张敏联系讲师，都在周三之前. */
function withDates(segment: Segment, segments: readonly Segment[]): Segment {
  if (segment.deadlines.length > 0) return segment
  return { ...segment, deadlines: segments.filter(isOnlyDate).flatMap(({ deadlines }) => deadlines) }
}

function addDate(reading: SentenceReading, segment: Segment, sentence: SentenceText): SentenceReading {
  if (reading.fresh.length > 0) return addToLast(reading, segment, sentence)
  const last = reading.earlier.at(-1)
  if (last === undefined) return { ...reading, waiting: segment.deadlines }
  const isShared = sharesDate(segment)
  const earlier = reading.earlier.map((draft) =>
    draft === last || (isShared && draft.deadlines.length === 0) ? withDeadlines(draft, segment) : draft,
  )
  return { ...reading, earlier }
}

function addToLast(reading: SentenceReading, segment: Segment, sentence: SentenceText): SentenceReading {
  const last = reading.fresh.length - 1
  const isShared = sharesDate(segment) || isOnlyDate(segment)
  const fresh = reading.fresh.map((draft, index) => {
    if (index === last) return withDeadlines(withTitle(draft, segment, sentence.message), segment)
    return isShared && draft.deadlines.length === 0 ? withDeadlines(draft, segment) : draft
  })
  return { ...reading, fresh }
}

/** …，请李娜负责: the work is what was said before, in a request or as something that has to be done. */
function handOver(
  reading: SentenceReading,
  previous: Segment | null,
  person: NonNullable<TaskRequest['person']>,
  segment: Segment,
  { message }: SentenceText,
): SentenceReading {
  const last = reading.fresh.at(-1)
  if (last !== undefined) {
    const asked = withDeadlines({ ...last, request: { ...last.request, person } }, segment)
    return { ...reading, fresh: [...reading.fresh.slice(0, -1), asked] }
  }
  const earlier = reading.earlier.at(-1)
  if (earlier !== undefined && isNobodys(earlier)) {
    const asked = withDeadlines({ ...earlier, request: { ...earlier.request, person } }, segment)
    return { ...reading, earlier: [...reading.earlier.slice(0, -1), asked] }
  }
  if (previous === null || !speaksOfWork(previous)) return reading
  const title = titleWithTopic(writtenAs(previous.skeleton, message), '')
  const titleSpan = spanOf(previous.skeleton)
  const request = {
    title,
    titleSpan,
    addressee: 'named',
    person,
    confidence: 0.75,
    isExplicit: false,
    isBare: false,
  } as const
  const deadlines = [...previous.deadlines, ...segment.deadlines, ...reading.waiting]
  return { ...reading, fresh: [{ request, deadlines, segment }], waiting: [] }
}

const isNobodys = ({ request }: Draft) => request.person === null && request.addressee !== 'speaker'

const HAS_TO_BE_DONE = /需要|应该|必须|要|得|(?:把|将).{2}|\b(?:needs?|has|have) to\b|\b(?:must|should)\b/

const speaksOfWork = ({ skeleton, deadlines }: Segment) =>
  startsWithWork(skeleton.text) || HAS_TO_BE_DONE.test(skeleton.text) || deadlines.some(({ isMarked }) => isMarked)

const withDeadlines = (draft: Draft, { deadlines }: Segment): Draft => ({
  ...draft,
  deadlines: [...draft.deadlines, ...deadlines],
})

/** 加个待办，给供应商回邮件: the title comes after the request. */
function withTitle(draft: Draft, { skeleton }: Segment, message: string): Draft {
  if (draft.request.title !== '' && !isThin(draft.request.title)) return draft
  if (draft.request.title !== '' && !startsWithWork(skeleton.text)) return draft
  const title = tidyTitle(writtenAs(skeleton, message))
  return { ...draft, request: { ...draft.request, title, titleSpan: spanOf(skeleton) } }
}
