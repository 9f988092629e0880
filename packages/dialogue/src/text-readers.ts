import type { Slot, SlotValue } from '@parley/nlu'
import type { FlowSlot } from './flow'
import type { Reading } from './reading'

/** Longer values are cut: a slot holds a name or a phrase, not an essay. */
export const LONGEST_VALUE = 200

/** A title in marks, or the words that follow "copy of", or the whole answer. */
export function readTitle(reading: Reading, slot: FlowSlot): string | null {
  const marked = reading.slots.find((found) => found.value.type === 'title')
  if (marked?.value.type === 'title') return cleanValue(marked.value.title)
  return byPattern(reading.text, slot) ?? (reading.isAnswer ? wholeAnswer(reading.text) : null)
}

/** Free words: by the slot's patterns, or the whole answer. Numbers and dates that other slots take are left out. */
export function readText(reading: Reading, slot: FlowSlot): string | null {
  const text = blankOut(reading.text, reading.slots, reading.claimed)
  return byPattern(text, slot) ?? (reading.isAnswer ? wholeAnswer(text) : null)
}

function byPattern(text: string, slot: FlowSlot): string | null {
  for (const pattern of [...(slot.patterns?.zh ?? []), ...(slot.patterns?.en ?? [])]) {
    const value = cleanValue(pattern.exec(text)?.[1] ?? '')
    if (value !== null) return value
  }
  return null
}

/** The text with the spans of other values blanked, offsets kept. */
function blankOut(text: string, slots: readonly Slot[], types: readonly SlotValue['type'][]): string {
  return slots
    .filter((slot) => types.includes(slot.value.type))
    .reduce((rest, { start, end }) => rest.slice(0, start) + BLANK.repeat(end - start) + rest.slice(end), text)
}

/** A control character: it is no letter, so patterns run over it, and cleaning drops it. */
const BLANK = '\u0001'
const ANSWER_LEAD =
  /^(?:书名|题目|主题|名字|内容|原因|理由|问题|事由)?(?:就?是|叫做?|为)[:：]?\s*|^(?:the )?(?:title|book|name|item|reason|subject|topic|problem)(?: is|:)\s+|^(?:it is|it's|it’s|its|called|about|for)\s+/i
const MARKS = /^[《〈“”"「『']+|[》〉“”"」』']+$/g
const EDGE_ZH =
  /^(?:一下|的|了|给我|请|[个台把支本件盒箱包张份册套块条副只间位笔部](?=[\p{Script=Han}a-z]))+|(?:的费用|的书|谢谢|吧|吗|呢|了|的|，|一共|共|总共|花了)+$/gu
const EDGE_EN =
  /^(?:(?:a|an|the|some|me|us|new|of|for|on|to)\s+)+(?=\S)|(?:\s+(?:please|thanks|thank you|by|for|on|at|to|of|from|and|in|is|was|costs?))+$/gi
/** What is left when only the noun of the request itself was found. */
const EMPTY_WORDS =
  /^(?:书|新书|一本书|图书|东西|物品|会议室|房间|会|会议|a|an|the|book|books|it|one|some|something|please|me|us|item|items|things?)$/i

/** One line, no control characters, no marks or politeness at its edges; `null` when nothing is left. */
export function cleanValue(raw: string): string | null {
  const line = raw.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/\s+/g, ' ')
  const value = trimEdges(line).slice(0, LONGEST_VALUE).trim()
  return value === '' || EMPTY_WORDS.test(value) ? null : value
}

function trimEdges(line: string): string {
  const trimmed = line
    .replace(/^[\s，,、:：;；。.]+|[\s，,、:：;；。.!！?？]+$/g, '')
    .replace(EDGE_ZH, '')
    .replace(EDGE_EN, '')
    .replace(MARKS, '')
  return trimmed === line ? line : trimEdges(trimmed)
}

const wholeAnswer = (text: string) => cleanValue(text.replace(ANSWER_LEAD, ''))
