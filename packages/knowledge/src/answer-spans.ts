import { foldTraditional } from '@parley/text'
import { numberValues } from './number-values'
import type { AnswerType } from './query/structured-query'

const NUMBER_WORD =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|million|half'
const DIGITS = '\\d[\\d,]*(?:\\.\\d+)?'
const CHINESE_NUMBER = '[一二两三四五六七八九十百千万亿半零〇]+'
const ENGLISH_NUMBER = `(?:${DIGITS}|(?:${NUMBER_WORD})(?:[ -](?:${NUMBER_WORD}))*)`
const ANY_CHINESE_NUMBER = `(?:${DIGITS}|${CHINESE_NUMBER})[ ]?`
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?'
const TIME_UNIT = '(?:second|minute|hour|day|week|month|year|quarter|night|decade|centur(?:y|ie))s?'
const CHINESE_TIME_UNIT = '(?:秒|分钟|小时|天|日|周|星期|个?月|年|季度|个工作日|个世纪|夜|晚)'
const SURNAME =
  '[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭鲁韦马苗方俞任袁柳鲍史唐费廉薛雷贺倪汤罗毕郝安常于傅齐康伍余顾孟黄穆萧尹姚邵汪毛狄戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾路江童颜郭梅林钟徐邱骆高夏蔡田樊胡霍虞万管卢莫房丁邓洪包左石崔龚程邢裴陆荣翁曲段侯全秋仲宫宁仇甘武刘景龙叶司白温庄晏柴阎习鱼容向易廖耿文东欧聂曾饶关巩谭]'

/** What a thing of each type looks like. Types without an entry cannot be told by their looks. */
const LOOKS: Readonly<Partial<Record<AnswerType, RegExp>>> = {
  money: new RegExp(
    `[¥￥$€£]\\s?${DIGITS}(?: (?:million|billion))?|${ENGLISH_NUMBER} (?:euros?|dollars?|pounds?|cents?|USD|EUR|yuan)|${ANY_CHINESE_NUMBER}(?:万|亿)?(?:元|块|美元|欧元|角)`,
    'i',
  ),
  duration: new RegExp(
    `\\b${ENGLISH_NUMBER} (?:working |business |calendar )?${TIME_UNIT}|(?:every|each|once a|twice a) (?:${ENGLISH_NUMBER} )?${TIME_UNIT}|${ANY_CHINESE_NUMBER}(?:多)?${CHINESE_TIME_UNIT}(?:半)?(?:以?内)?|每${CHINESE_TIME_UNIT}|third day`,
    'i',
  ),
  time: new RegExp(
    `(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH}(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?|${WEEKDAY}(?: (?:and|to|at) ${WEEKDAY})?|\\b\\d{1,2}:\\d\\d(?: to \\d{1,2}:\\d\\d)?|\\b(?:1\\d|20)\\d\\d(?:s|–\\d+)?\\b|\\b\\d{1,2}(?:st|nd|rd|th)\\b(?: (?:century|of the month))?|\\b(?:first|second|third|fourth) (?:quarter|half)\\b|\\b\\w+(?:th|first|second|third) centur(?:y|ies)\\b|\\b\\d{1,2} ?(?:am|pm|o'clock)\\b|\\d{2,4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|\\d{1,2}月(?:\\d{1,2}[日号])?|(?:[周一二三四五六日]|星期|每)?周[一二三四五六日天](?:和周[一二三四五六日])?|(?:早上|上午|中午|下午|晚上|凌晨)?${ANY_CHINESE_NUMBER}点(?:半|\\d+分)?|[一二三四五六七八九十]+月|(?:每|明|今|次)(?:年|月|日|周)[^，。；]{0,8}|[元一二三四五六七八九十]{1,3}年|年间|时期|世纪`,
    'i',
  ),
  quantity: new RegExp(
    `[$€£¥￥]?${ENGLISH_NUMBER}(?: ?%| per cent| percent)?\\b|${ANY_CHINESE_NUMBER}(?:万|亿)?\\p{Script=Han}?%?`,
    'iu',
  ),
  person: new RegExp(
    `(?:\\p{Lu}[\\p{L}'-]+ (?:(?:of|de|van|von|the) )?)+\\p{Lu}[\\p{L}'-]+|\\p{Lu}\\p{Ll}+-\\p{Lu}\\p{Ll}+|${SURNAME}\\p{Script=Han}{1,2}|\\p{Script=Han}{1,6}·\\p{Script=Han}{1,6}`,
    'u',
  ),
}

const ROLE =
  /\b(?:leads?|team|manager|officer|head|director|captain|commander|department|desk|owner|president|king|queen|emperor|people|company|engineers?|he|she|doctor|lawyer|judge|council|government|by)\b|部|组|经理|主管|总监|主席|总裁|负责|人员|师傅|医生|公司|皇|王|将|们|由/i
const PLACE =
  /\b(?:in|at|on|near|to|from|room|street|city|office|north|south|east|west|located)\b|路|号|楼|层|室|市|省|县|区|国|州|厅|机房|前台|位于|地处|山|岛|河|站|里|旁/i
const REASON =
  /\b(?:because|since|due to|so that|therefore|as a result|reason|caused?|in order)\b|因|由于|为了|以致|所以|原因|多半|多是|表示/i

/** "How long is the jetty?" asks for no time. */
const LENGTH = new RegExp(
  `${ENGLISH_NUMBER} ?(?:metres?|meters?|kilomet(?:re|er)s?|miles?|feet|km|cm|mm|m)\\b|\\(m\\)|${ANY_CHINESE_NUMBER}(?:公里|厘米|毫米|米)`,
  'i',
)

/** Whether a text can hold what is asked for: 1 it can, −1 nothing in it looks so, 0 the type says nothing. */
export function fitsQuestionType(type: AnswerType, written: string): -1 | 0 | 1 {
  const text = foldTraditional(written)
  const looks = LOOKS[type]
  if (type === 'duration' && !looks!.test(text) && LENGTH.test(text)) return 0
  if (type === 'person') return looks!.test(text) || ROLE.test(text) ? 1 : -1
  if (looks) return looks.test(text) ? 1 : -1
  if (type === 'place') return PLACE.test(text) ? 1 : -1
  if (type === 'reason') return REASON.test(text) ? 1 : 0
  return 0
}

const SHORT_TYPES = new Set<AnswerType>(['money', 'duration', 'time', 'quantity', 'person'])

/** Whose spans are told apart well enough to choose among several. */
const DISTINCT_TYPES = new Set<AnswerType>(['money', 'duration', 'time'])
/** Spans this much nearer to the question's words than any other are taken: a wrong number is worse than a sentence. */
const CLEARLY_NEARER = 0.6

/**
 * The part of a sentence that looks like what is asked for and is not already in the question: the only one, or the one
 * clearly nearest to the question's words. Undefined when there is none or when it is not clear which.
 *
 * @param words the question's content words as they are written, lower case
 */
export function findShortAnswer(
  type: AnswerType,
  question: string,
  sentence: string,
  words: readonly string[] = [],
): string | undefined {
  const looks = LOOKS[type]
  if (!looks || !SHORT_TYPES.has(type)) return undefined
  const spans = [...sentence.matchAll(new RegExp(looks.source, `${looks.flags}g`))]
    .map((match) => ({ text: match[0].trim(), at: match.index }))
    .filter(({ text }) => text !== '' && !isAsked(text, question))
  if (spans.some(({ text }) => isDoubtfulName(type, text))) return undefined
  if (new Set(spans.map(({ text }) => text)).size <= 1) return spans[0]?.text
  if (!DISTINCT_TYPES.has(type)) return undefined
  const places = wordPlaces(sentence.toLowerCase(), words)
  const near = spans
    .map((span) => ({ text: span.text, distance: distanceTo(places, span.at, span.text.length) }))
    .sort((a, b) => a.distance - b.distance)
  return near[0]!.distance < near[1]!.distance * CLEARLY_NEARER ? near[0]!.text : undefined
}

/** 5 年 is no answer to 五年以上有几天: the question has said it, in its words or as the same number. */
function isAsked(span: string, question: string): boolean {
  if (question.toLowerCase().includes(span.toLowerCase())) return true
  const values = [...numberValues(span)]
  const asked = numberValues(question)
  return values.length > 0 && values.every((value) => asked.has(value))
}

/** A Chinese name is a surname and one or two characters, and so are 金额在 and 周三下: enough to rank by, not to show. */
function isDoubtfulName(type: AnswerType, text: string): boolean {
  return type === 'person' && /^\p{Script=Han}{2,3}$/u.test(text)
}

/** Middles of the longest of the words that stand in the sentence: in 产假158天，陪产假20天 it is 陪产假 that tells. */
function wordPlaces(sentence: string, words: readonly string[]): number[] {
  const found = words.filter((word) => word.length > 1 && sentence.includes(word))
  const longest = Math.max(0, ...found.map((word) => word.length))
  return found.filter((word) => word.length === longest).map((word) => sentence.indexOf(word) + longest / 2)
}

/** Characters from a span to the nearest of the words; infinite when none stands in the sentence. */
function distanceTo(places: readonly number[], at: number, length: number): number {
  const middle = at + length / 2
  return Math.min(Number.POSITIVE_INFINITY, ...places.map((place) => Math.abs(place - middle)))
}
