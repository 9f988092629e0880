/** How often something is to happen. */
export type Repeats = 'daily' | 'weekdays' | 'weekly' | 'monthly' | 'yearly'

export interface RepetitionMatch {
  readonly repeats: Repeats
  readonly start: number
  readonly end: number
}

/** The more specific before the more general. A weekday or day of the month after the word stays for the recognisers. */
const PATTERNS: readonly (readonly [Repeats, RegExp])[] = [
  [
    'weekdays',
    /每个?工作日|每?周一[到至]周五|\b(?:every|each) (?:weekday|workday|working day)\b|\bon (?:weekdays|workdays)\b/i,
  ],
  ['daily', /每天|每日|天天|\b(?:every|each) day\b|\bdaily\b/i],
  ['daily', /每(?=[早晚]上?)|\bevery (?=morning|evening|night)/i],
  [
    'weekly',
    /每个?(?=(?:周|星期|礼拜)[一二三四五六日天])|每个?(?:周|星期|礼拜)|\b(?:every|each) week\b|\bweekly\b|\b(?:every|each) (?=(?:mon|tues|wednes|thurs|fri|satur|sun)day)/i,
  ],
  ['monthly', /每个?月|\b(?:every|each) month\b|\bmonthly\b/i],
  ['yearly', /每年|\b(?:every|each) year\b|\b(?:yearly|annually)\b/i],
]

/** What a text says about happening again and again. */
export function findRepetition(text: string): RepetitionMatch | null {
  for (const [repeats, pattern] of PATTERNS) {
    const match = pattern.exec(text)
    if (match) return { repeats, start: match.index, end: match.index + match[0].length }
  }
  return null
}

/** The text as the recognisers are to read it: a weekday after 每 is one like any other. Places stay where they are. */
export function withoutRepetition(text: string): string {
  const match = findRepetition(text)
  return match ? text.slice(0, match.start) + ' '.repeat(match.end - match.start) + text.slice(match.end) : text
}
