import type { Parser } from 'chrono-node'
import { parseNumeral } from './numerals'

const WORD = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const HOUR = `(${WORD}|1[0-2]|[1-9])`
const MINUTES: Readonly<Record<string, number>> = { half: 30, quarter: 15, thirty: 30, fifteen: 15, 'forty-five': 45 }
const AT = '(?:at )?'
const HALF_OF_DAY = "(?: ?([ap])\\.?m\\b\\.?| o['’]?clock)"
/** "At three" is a time where nothing is counted by it: "at three sites" is none. */
const NOTHING_COUNTED =
  '(?=\\s*(?:$|[,.!?;)]|sharp\\b|today|tomorrow|tonight|on\\b|next\\b|this\\b|in the\\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day))'

/** Hours in words, which chrono-node does not read: "at three", "half past four", "five o'clock". */
export const ENGLISH_HOUR_PARSERS: readonly Parser[] = [
  hourParser(`\\bat ${HOUR}(?:[ -](thirty|fifteen|forty-five))?(?<!\\d)${NOTHING_COUNTED}`, ([hour, minutes]) => ({
    hour: hourOf(hour),
    minute: MINUTES[minutes ?? ''] ?? 0,
  })),
  hourParser(`\\b${AT}(${WORD}|\\d{1,2}(?= o))${HALF_OF_DAY}`, ([hour, half]) => ({
    hour: hourOf(hour),
    minute: 0,
    ...halfOf(half),
  })),
  hourParser(`\\b${AT}(half|(?:a )?quarter) past ${HOUR}(?:${HALF_OF_DAY})?`, ([part, hour, half]) => ({
    hour: hourOf(hour),
    minute: minutesOf(part),
    ...halfOf(half),
  })),
  hourParser(
    `\\b${AT}(?<!first |second |third |fourth |last |next |this )(?:a )?quarter to ${HOUR}(?:${HALF_OF_DAY})?`,
    ([hour, half]) => ({
      hour: (hourOf(hour) + 11) % 12 || 12,
      minute: 45,
      ...halfOf(half),
    }),
  ),
]

interface Clock {
  readonly hour: number
  readonly minute: number
  /** 0 before noon, 1 after it; absent where nothing says so. */
  readonly half?: 0 | 1
}

const halfOf = (half: string | undefined) => (half ? ({ half: half.toLowerCase() === 'p' ? 1 : 0 } as const) : {})
const hourOf = (word = ''): number => parseNumeral(word) ?? 0
const minutesOf = (part = ''): number => MINUTES[part.toLowerCase().replace(/^a /, '')] ?? 0

function hourParser(source: string, read: (groups: readonly (string | undefined)[]) => Clock): Parser {
  const pattern = new RegExp(source, 'i')
  return {
    pattern: () => pattern,
    extract: (context, match) => {
      const { hour, minute, half } = read(match.slice(1))
      const meridiem = half === undefined ? {} : { meridiem: half }
      return context.createParsingResult(match.index ?? 0, match[0], {
        ...{ hour: half === undefined ? hour : (hour % 12) + 12 * half, minute },
        ...meridiem,
      })
    },
  }
}
