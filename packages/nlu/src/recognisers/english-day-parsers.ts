import type { Parser, ParsingContext } from 'chrono-node'
import { addDays, addMonths, firstOfMonth, lastOfMonth, mondayOf, monthOf, yearOf } from './calendar-days'
import { ENGLISH_HOLIDAY, holidayDay } from './holidays'

type Days = readonly [day: string, endDay?: string]

const SHIFT: Readonly<Record<string, number>> = { last: -1, next: 1 }
const shiftOf = (word: string | undefined) => SHIFT[(word ?? '').toLowerCase()] ?? 0

const quarterEnd = (today: string, shift: number) =>
  lastOfMonth(addMonths(firstOfMonth(today), 2 - ((monthOf(today) - 1) % 3) + 3 * shift))

function endOfPeriod(unit: string, shift: number, today: string): Days {
  if (unit === 'week') return [addDays(mondayOf(today), 6 + 7 * shift)]
  if (unit === 'month') return [lastOfMonth(addMonths(firstOfMonth(today), shift))]
  if (unit === 'quarter') return [quarterEnd(today, shift)]
  return [`${yearOf(today) + shift}-12-31`]
}

function wholePeriod(unit: string, shift: number, today: string): Days {
  const first = unit === 'week' ? addDays(mondayOf(today), 7 * shift) : addMonths(firstOfMonth(today), shift)
  return [first, unit === 'week' ? addDays(first, 6) : lastOfMonth(first)]
}

/** What chrono-node lacks or reads otherwise: ends of periods, whole periods, the end of the working day. */
export const ENGLISH_DAY_PARSERS: readonly Parser[] = [
  dayParser(/\b(?:the )?end of (?:the )?(this |next |last |current )?(week|month|quarter|year)\b/i, (match, today) =>
    endOfPeriod((match[2] ?? '').toLowerCase(), shiftOf(match[1]?.trim()), today),
  ),
  dayParser(/\b(?:(this|next|last) )?(week|month|quarter|year)[- ]end\b(?!s)/i, (match, today) =>
    endOfPeriod((match[2] ?? '').toLowerCase(), shiftOf(match[1]), today),
  ),
  dayParser(/\b(EOM|EOW|EOY)\b/, (match, today) =>
    endOfPeriod({ EOM: 'month', EOW: 'week' }[match[1] ?? ''] ?? 'year', 0, today),
  ),
  // "Next Friday EOD" names its day; chrono-node would take the two for one, which is today.
  dayParser(
    /(?<!\b(?:next|this) (?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)? )\b(?:EOD|COB|(?:the )?end of (?:the |today's )?(?:(?:business|working) )?day|close of (?:business|play))\b/i,
    (_, today) => [today],
  ),
  dayParser(/\b(this|next|last) (week|month)\b/i, (match, today) =>
    wholePeriod((match[2] ?? '').toLowerCase(), shiftOf(match[1]), today),
  ),
  dayParser(/\b(?:(?:this|the|(next|last)) )?weekend\b[,.]?/i, (match, today) => {
    const saturday = addDays(mondayOf(today), 5 + 7 * shiftOf(match[1]))
    return [saturday, addDays(saturday, 1)]
  }),
  dayParser(new RegExp(`\\b(?:next )?(${ENGLISH_HOLIDAY})(?: (?:of )?(\\d{4})\\b)?`, 'i'), (match, today) => [
    holidayDay(match[1] ?? '', today, match[2] === undefined ? undefined : Number(match[2])) ?? today,
  ]),
  dayParser(/\b(?:tonight|this (?:morning|afternoon|evening))\b(?! at| @|,? \d)/i, (_, today) => [today]),
]

function dayParser(pattern: RegExp, read: (match: RegExpMatchArray, today: string) => Days): Parser {
  return {
    pattern: () => pattern,
    extract: (context, match) => {
      const [day, endDay] = read(match, todayOf(context))
      const end = endDay === undefined ? undefined : components(endDay)
      return context.createParsingResult(match.index ?? 0, match[0], components(day), end)
    },
  }
}

function todayOf({ refDate }: ParsingContext): string {
  const midnight = new Date(Date.UTC(refDate.getFullYear(), refDate.getMonth(), refDate.getDate()))
  return midnight.toISOString().slice(0, 10)
}

const components = (day: string) => ({ year: yearOf(day), month: monthOf(day), day: Number(day.slice(8)) })
