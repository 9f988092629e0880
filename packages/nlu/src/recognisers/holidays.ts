import { addDays, calendarDay, nextWeekday, yearOf } from './calendar-days'
import { lunarDay } from './lunar-days'

/** A feast by its names, as sources of regular expressions, and its day in a year. */
interface Holiday {
  readonly chinese?: string
  readonly english?: string
  readonly dayIn: (year: number) => string
}

const on = (month: number, day: number) => (year: number) => calendarDay(year, month, day) ?? ''
const lunar = (month: number, day: number) => (year: number) => lunarDay(year, month, day)

/** The nth such weekday of a month, 1 is Monday. */
const nth = (count: number, weekday: number, month: number) => (year: number) =>
  addDays(nextWeekday(addDays(on(month, 1)(year), -1), weekday), 7 * (count - 1))

const thanksgiving = nth(4, 4, 11)

/** Anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easter(year: number): string {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100]
  const leaps = Math.floor(century / 4)
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leaps - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  return on(Math.floor(days / 31), (days % 31) + 1)(year)
}

/** When the sun stands fifteen degrees behind the equinox; right for this century. */
const qingming = (year: number) => on(4, Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4))(year)

const HOLIDAYS: readonly Holiday[] = [
  { chinese: '元旦节?', english: "new year['’]?s(?: day)?", dayIn: on(1, 1) },
  {
    chinese: '除夕夜?|大年三十|年三十',
    english: "(?:chinese|lunar) new year['’]?s eve",
    dayIn: (year) => addDays(lunarDay(year, 1, 1), -1),
  },
  { chinese: '春节|大年初一|农历新年', english: '(?:chinese|lunar) new year|spring festival', dayIn: lunar(1, 1) },
  { chinese: '元宵节?', english: 'lantern festival', dayIn: lunar(1, 15) },
  { chinese: '情人节', english: "valentine['’]?s day", dayIn: on(2, 14) },
  { chinese: '妇女节|三八节', english: "(?:international )?women['’]?s day", dayIn: on(3, 8) },
  { chinese: '清明节?', english: 'qingming(?: festival)?|tomb[- ]sweeping day', dayIn: qingming },
  { chinese: '耶稣受难日', english: 'good friday', dayIn: (year) => addDays(easter(year), -2) },
  { chinese: '复活节', english: 'easter(?: sunday)?(?! monday| egg)', dayIn: easter },
  { english: 'easter monday', dayIn: (year) => addDays(easter(year), 1) },
  { chinese: '劳动节|五一节?', english: 'may day|labour day', dayIn: on(5, 1) },
  { english: 'memorial day', dayIn: (year) => addDays(nextWeekday(on(5, 31)(year), 1), -7) },
  { chinese: '儿童节|六一节', dayIn: on(6, 1) },
  { chinese: '端午节?', english: 'dragon boat festival', dayIn: lunar(5, 5) },
  { english: 'independence day|(?:the )?fourth of july', dayIn: on(7, 4) },
  { chinese: '七夕节?', english: 'qixi(?: festival)?', dayIn: lunar(7, 7) },
  { english: 'labor day', dayIn: nth(1, 1, 9) },
  { chinese: '教师节', dayIn: on(9, 10) },
  { chinese: '中秋节?', english: 'mid-?autumn(?: festival)?', dayIn: lunar(8, 15) },
  { chinese: '国庆节?|十一长假', english: 'national day', dayIn: on(10, 1) },
  { chinese: '重阳节?', english: 'double ninth festival', dayIn: lunar(9, 9) },
  { chinese: '万圣节', english: "hallowe[’']?en", dayIn: on(10, 31) },
  { chinese: '感恩节', english: 'thanksgiving(?: day)?', dayIn: thanksgiving },
  { english: 'black friday', dayIn: (year) => addDays(thanksgiving(year), 1) },
  { chinese: '平安夜', english: 'christmas eve', dayIn: on(12, 24) },
  { chinese: '圣诞节?', english: '(?:christmas|xmas)(?: day)?(?! eve)', dayIn: on(12, 25) },
  { english: 'boxing day', dayIn: on(12, 26) },
  { english: "new year['’]?s eve", dayIn: on(12, 31) },
]

/** What is given, wished and eaten then is no day. */
const NO_DAY_IN_CHINESE = '(?!假|快乐|晚会|联欢|礼|福利|贺|祝|月饼|贺卡|树|老人|歌|路|街|大街|粽)'
const NO_DAY_IN_ENGLISH = '(?! (?:party|cards?|gifts?|presents?|trees?|bonus|songs?|lights|island))'

const sourceOf = (names: readonly (string | undefined)[]) => names.filter(Boolean).join('|')

export const CHINESE_HOLIDAY = `(?:${sourceOf(HOLIDAYS.map(({ chinese }) => chinese))})${NO_DAY_IN_CHINESE}`
/** Eves first: the longer name begins like the shorter one. */
export const ENGLISH_HOLIDAY = `(?:${sourceOf(HOLIDAYS.map(({ english }) => english).toSorted(byEve))})\\b${NO_DAY_IN_ENGLISH}`

function byEve(one = '', other = ''): number {
  return Number(other.includes('eve')) - Number(one.includes('eve'))
}

const BY_NAME = HOLIDAYS.flatMap(({ chinese, english, dayIn }) =>
  [chinese, english].flatMap((names) => (names ? [{ pattern: new RegExp(`^(?:${names})$`, 'i'), dayIn }] : [])),
)

/**
 * The day of a feast; without a year the next one.
 *
 * @returns null for what is none
 */
export function holidayDay(name: string, today: string, year?: number): string | null {
  const holiday = BY_NAME.find(({ pattern }) => pattern.test(name))
  if (!holiday) return null
  if (year !== undefined) return holiday.dayIn(year)
  const [first, second] = [yearOf(today), yearOf(today) + 1].map(holiday.dayIn)
  return first !== undefined && first >= today ? first : (second ?? null)
}
