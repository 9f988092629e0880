import { addDays, addMonths } from '../recognisers/calendar-days'
import { momentOf } from '../recognisers/moment'
import type { Situation } from '../understanding'
import { CHINESE_PERIODS } from './chinese-periods'
import { ENGLISH_PERIODS } from './english-periods'
import type { Days, Period } from './period'
import type { PeriodRule } from './period-rule'

/** A question is short; what is longer is read at its beginning only. */
const READ_LENGTH = 1_000

const RULES = [...ENGLISH_PERIODS, ...CHINESE_PERIODS].map((rule) => ({
  rule,
  pattern: new RegExp(rule.pattern, 'giu'),
}))

/**
 * Stretches of time that a question speaks of, in the asker's zone, in order and without overlaps: "last week",
 * 上个季度, "since March". Where dates of a plan lie ahead, a question looks back as often as ahead, so that
 * "since March" is the March that was.
 *
 * @throws RangeError when `situation.now` is no ISO 8601 instant.
 */
export function readPeriods(text: string, situation: Pick<Situation, 'now' | 'timeZone'>): Period[] {
  const { today } = momentOf({ speakerId: '', directory: [], ...situation })
  const read = text.slice(0, READ_LENGTH)
  const named = RULES.flatMap(({ rule, pattern }) =>
    [...read.matchAll(pattern)].flatMap((match) => periodOf(match, rule, today)),
  )
  return joinRanges(withoutOverlaps(named), read).map((period) => framed(period, read, today))
}

/** Of those that overlap the first, and of those that begin together the longest. */
function withoutOverlaps(periods: readonly Period[]): Period[] {
  const kept: Period[] = []
  for (const period of periods.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (period.start >= (kept.at(-1)?.end ?? 0)) kept.push(period)
  }
  return kept
}

function periodOf(match: RegExpExecArray | RegExpMatchArray, rule: PeriodRule, today: string): Period[] {
  const groups = match.slice(1)
  const days = rule.read(groups, today)
  const start = match.index ?? 0
  const isAnyYear = rule.isAnyYear?.(groups) ? ({ isAnyYear: true } as const) : {}
  return days ? [{ ...days, ...isAnyYear, start, end: start + match[0].length }] : []
}

const RANGE = /^\s*(?:to|until|through|and|–|—|-|~|到|至|和)\s*$/i

/** "from March to May" and 三月到五月 are one stretch; "March and May" without "between" are two. */
function joinRanges(periods: readonly Period[], text: string): Period[] {
  const joined: Period[] = []
  for (const period of periods) {
    const first = joined.at(-1)
    if (first && isRange(first, period, text))
      joined[joined.length - 1] = { ...period, from: first.from, start: first.start }
    else joined.push(period)
  }
  return joined
}

function isRange(first: Period, second: Period, text: string): boolean {
  const between = text.slice(first.end, second.start)
  return RANGE.test(between) && (!/and|和/i.test(between) || /\bbetween $/i.test(text.slice(0, first.start)))
}

interface Frame {
  readonly before: RegExp
  readonly after: RegExp
  apply(days: Days): Days
}

const NONE = /(?!)/
const FRAMES: readonly Frame[] = [
  {
    before: /(?:\bsince |自从?|从)$/i,
    after: /^(?:以来|起|开始|至今|到现在|到今天)?/,
    apply: ({ from }) => ({ from, to: null }),
  },
  { before: NONE, after: /^(?:以来|起(?!来)|至今|onwards?)/i, apply: ({ from }) => ({ from, to: null }) },
  { before: /\bafter $/i, after: NONE, apply: ({ to }) => ({ from: to && addDays(to, 1), to: null }) },
  { before: NONE, after: /^(?:之后|以后)/, apply: ({ to }) => ({ from: to && addDays(to, 1), to: null }) },
  { before: /\bbefore $/i, after: NONE, apply: ({ from }) => ({ from: null, to: from && addDays(from, -1) }) },
  { before: NONE, after: /^(?:之前|以前)/, apply: ({ from }) => ({ from: null, to: from && addDays(from, -1) }) },
  { before: /(?:\b(?:until|up to|by) |截至|截止到?)$/i, after: /^/, apply: ({ to }) => ({ from: null, to }) },
]

/** Puts "since", "before", 以来 and the like into the stretch that they stand beside. */
function framed(period: Period, text: string, today: string): Period {
  for (const { before, after, apply } of FRAMES) {
    const lead = before.exec(text.slice(0, period.start))
    const tail = after.exec(text.slice(period.end))
    const isOwn = before === NONE ? tail : lead
    if (!isOwn) continue
    const days = apply(period.isAnyYear ? lastOne(period, today) : period)
    const { isAnyYear: _, ...span } = period
    return { ...span, ...days, start: lead ? lead.index : period.start, end: period.end + (tail?.[0].length ?? 0) }
  }
  return period
}

/** This year's where it has begun, else last year's. */
function lastOne({ from, to }: Days, today: string): Days {
  if (from === null || from <= today) return { from, to }
  return { from: addMonths(from, -12), to: to && addMonths(to, -12) }
}
