import { splitSentences } from '@parley/text'
import { momentOf } from '../recognisers/moment'
import type { TaskProposal } from '../task-proposal'
import type { Situation, Slot, Understanding } from '../understanding'
import { resolveAssignee } from './assignee'
import { chooseDeadline, type Deadline, deadlinesIn } from './deadlines'
import { weighByIntent } from './intent-evidence'
import { mayRequest, readRequest, type TaskLanguage, type TaskRequest } from './read-request'
import { isOnlyDate, type Segment, segmentsOf, sharesDate, withoutCourtesies } from './segments'
import { PERSON, skeletonOf, spanOf, writtenAs } from './skeleton'
import { tidyTitle } from './titles'

/** A request with the dates and the person that later segments add. */
interface Draft {
  request: TaskRequest
  deadlines: Deadline[]
  readonly segment: Segment
}

/** Longer messages are documents: nobody hands out work after this many characters. */
const READ_LENGTH = 4000
const MAX_TASKS = 20
const OWNER = new RegExp(
  `(?:负责人|责任人|执行人|指派给|分配给|owner|assignee|assigned to)\\s*(?:是|为|[:：])?\\s*@?(?<who>${PERSON})|^\\s*@?(?<alone>${PERSON})[\\s。！!.?？]*$`,
  'di',
)

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
  const drafts = splitSentences(message).reduce<Draft[]>(
    (known, sentence) => readSentence(known, message, sentence, understanding.slots, deadlines),
    [],
  )
  const proposals = drafts.map((draft) => toProposal(draft, message, understanding.slots, situation))
  return weighByIntent(
    proposals,
    drafts.map(({ request }) => request),
    understanding.intent,
  ).slice(0, MAX_TASKS)
}

function readSentence(
  known: readonly Draft[],
  message: string,
  { start, end, text }: { start: number; end: number; text: string },
  slots: readonly Slot[],
  deadlines: readonly Deadline[],
): Draft[] {
  const within = deadlines.filter((deadline) => deadline.start >= start && deadline.start < end)
  const skeleton = withoutCourtesies(skeletonOf(message, start, end, slots, within))
  const language: TaskLanguage = /\p{Script=Han}/u.test(skeleton.text) ? 'zh' : 'en'
  const segments = segmentsOf(skeleton, language, within)
  if (!mayRequest(skeleton.text, language)) return [...known]
  return joinSegments(known, segments, message, skeleton.text || text, language)
}

/** Reads segment by segment; one that asks for nothing may add a date, an owner or the title to the one before. */
function joinSegments(
  known: readonly Draft[],
  segments: readonly Segment[],
  message: string,
  sentence: string,
  language: TaskLanguage,
): Draft[] {
  const drafts = [...known]
  const fresh: Draft[] = []
  let waiting: readonly Deadline[] = []
  for (const segment of segments) {
    const addsOnly = isOnlyDate(segment) || (fresh.length > 0 && OWNER.test(segment.skeleton.text))
    const request = addsOnly ? null : readRequest(withDates(segment, segments), message, sentence, language)
    if (request !== null) {
      fresh.push({ request, deadlines: [...segment.deadlines, ...waiting], segment })
      waiting = []
    } else if (fresh.length > 0 || (drafts.length > 0 && isOnlyDate(segment))) {
      complete(fresh.length > 0 ? fresh : drafts.slice(-1), segment, message)
    } else if (isOnlyDate(segment)) waiting = segment.deadlines
  }
  return [...drafts, ...fresh.filter(({ request }) => request.title !== '')]
}

/** A weak form may rest on a deadline that stands elsewhere in its sentence: 陈晨准备材料，张敏联系讲师，都在周三之前. */
function withDates(segment: Segment, segments: readonly Segment[]): Segment {
  if (segment.deadlines.length > 0) return segment
  return { ...segment, deadlines: segments.filter(isOnlyDate).flatMap(({ deadlines }) => deadlines) }
}

function complete(drafts: Draft[], segment: Segment, message: string): void {
  const last = drafts.at(-1)
  if (last === undefined) return
  const named = OWNER.exec(segment.skeleton.text)?.indices?.groups
  const owner = named?.who ?? named?.alone
  if (owner) last.request = { ...last.request, person: segment.skeleton.tokens[owner[0]]?.person ?? null }
  else if (last.request.title === '') last.request = withTitle(last.request, segment, message)
  for (const draft of sharesDate(segment) ? drafts : [last]) {
    if (draft.deadlines.length === 0 || draft === last) draft.deadlines.push(...segment.deadlines)
  }
}

const withTitle = (request: TaskRequest, { skeleton }: Segment, message: string): TaskRequest => ({
  ...request,
  title: tidyTitle(writtenAs(skeleton, message)),
  titleSpan: spanOf(skeleton),
})

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
