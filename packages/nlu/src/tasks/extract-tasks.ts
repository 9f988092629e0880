import { type Sentence, splitSentences } from '@parley/text'
import { momentOf } from '../recognisers/moment'
import { hasSubstance } from '../substance/substance'
import { withoutCode } from '../substance/without-code'
import { withoutQuotes } from '../substance/without-quotes'
import { withoutTables } from '../substance/without-tables'
import type { TaskProposal } from '../task-proposal'
import type { Situation, Slot, Understanding } from '../understanding'
import { asksToBeTold } from './asks-to-be-told'
import { resolveAssignee } from './assignee'
import { chooseDeadline, type Deadline, deadlinesIn } from './deadlines'
import { type Draft, joinSegments, NOTHING_READ, type Reading, type SentenceText } from './drafts'
import { inferDraft } from './infer-draft'
import { weighByIntent } from './intent-evidence'
import { mayRequest, type TaskLanguage } from './read-request'
import { ASKED, CERTAIN, evidenceOfSegment, evidenceOfSentence } from './request-evidence'
import { type Segment, segmentsOf, withoutCourtesies } from './segments'
import { skeletonOf, spanOf } from './skeleton'

/** Longer messages are documents: nobody hands out work after this many characters. */
const READ_LENGTH = 4000
const MAX_TASKS = 20
/**
 * Finds what a message asks somebody to do, or what its writer promises: imperative title, assignee, due date.
 *
 * Rules over the message without its dates, people and quotations; questions about work, reports, suppositions,
 * negations and habits make no task, and neither do code, tables, markup, earlier messages that are quoted, and letters that make no word. The intent in `understanding` weighs in where the classifier gave one; the rules
 * stand without it. Dates and people are taken from `understanding.slots`.
 *
 * @returns at most 20 proposals, in the order of the message.
 */
export function extractTasks(text: string, understanding: Understanding, situation: Situation): TaskProposal[] {
  const message = withoutQuotes(withoutTables(withoutCode(text.slice(0, READ_LENGTH))))
  const deadlines = deadlinesIn(message, understanding.slots, momentOf(situation))
  const { drafts } = splitSentences(message).reduce<Reading>(
    (reading, sentence) => readSentence(reading, message, sentence, understanding, deadlines),
    NOTHING_READ,
  )
  const read = drafts
    .filter(({ request }) => request.isExplicit || hasSubstance(request.title))
    .map((draft) => ({
      proposal: toProposal(draft, message, understanding.slots, situation),
      request: draft.request,
      isAsked: isAskedAt(draft, understanding),
    }))
  return weighByIntent(read, understanding.intent).slice(0, MAX_TASKS)
}

function isAskedAt({ segment }: Draft, { requests = [] }: Understanding): boolean {
  const span = spanOf(segment.skeleton)
  return span !== null && (evidenceOfSentence(span, requests).asks ?? 0) >= ASKED
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
  if (asksToBeTold(sentence.text, language)) return { ...reading, previous: null }
  const asks = evidenceOfSentence({ start, end }, requests).asks ?? 0
  if (!mayRequest(sentence.text, language) && asks < CERTAIN) return { ...reading, previous: null }
  const judge = (segment: Segment) => evidenceOfSegment(spanOf(segment.skeleton), requests)
  const segments = segmentsOf(sentence, language, within)
  const read: SentenceText = { message, text: sentence.text, language, judge, asks }
  const next = joinSegments(reading, segments, read)
  const isUnread = next.drafts.every((draft, index) => draft === reading.drafts[index])
  return isUnread && asks >= ASKED ? inferDraft(next, segments, read, reading.previous) : next
}

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
