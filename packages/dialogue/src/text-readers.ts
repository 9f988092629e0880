import type { Slot } from '@parley/nlu'
import { rangesCount } from './count-range'
import type { FlowSlot } from './flow'
import type { Reading } from './reading'

/** Longer values are cut: a slot holds a name or a phrase, not an essay. */
export const LONGEST_VALUE = 200

/** A title in marks, or the words that follow "copy of", or the whole answer. */
export function readTitle(reading: Reading, slot: FlowSlot): string | null {
  const marked = reading.slots.find((found) => found.value.type === 'title')
  if (marked?.value.type === 'title') return cleanValue(marked.value.title, TITLE_EDGES)
  const found = byPattern(reading.text, slot, TITLE_EDGES)
  return found ?? (reading.isAnswer ? wholeAnswer(reading.text, TITLE_EDGES) : null)
}

/** Free words: by the slot's patterns, or the whole answer. Numbers and dates that other slots take are left out. */
export function readText(reading: Reading, slot: FlowSlot): string | null {
  const text = blankOut(reading.text, reading.slots.filter(isTaken(reading)))
  return byPattern(text, slot, PHRASE_EDGES) ?? (reading.isAnswer ? wholeAnswer(text, PHRASE_EDGES) : null)
}

/** The whole message, where it fits one of the slot's patterns. */
export function readMessage({ text, isAnswer }: Reading, slot: FlowSlot): string | null {
  return isAnswer ? cleanValue(text, [PUNCTUATION]) : byPattern(text, slot, [PUNCTUATION])
}

function byPattern(text: string, slot: FlowSlot, edges: Edges): string | null {
  for (const pattern of [...(slot.patterns?.zh ?? []), ...(slot.patterns?.en ?? [])]) {
    const value = cleanValue(pattern.exec(text)?.[1] ?? '', edges)
    if (value !== null) return value
  }
  return null
}

/** One count is taken, a quantity before a bare number: the other numbers belong to the words ("two 27-inch screens"). */
function isTaken({ slots, claimed }: Reading): (slot: Slot) => boolean {
  const isCount = ({ value }: Slot) => value.type === 'quantity' || value.type === 'number' || value.type === 'range'
  const count =
    slots.find(({ value }) => value.type === 'quantity' || rangesCount(value)) ??
    slots.find(({ value }) => value.type === 'number')
  return (slot) => claimed.includes(kindOf(slot)) && (slot === count || rangesTime(slot) || !isCount(slot))
}

const rangesTime = ({ value }: Slot): boolean => value.type === 'range' && value.of === 'duration'

const kindOf = (slot: Slot) => (rangesTime(slot) ? 'duration' : slot.value.type)

/** The text with these spans blanked, offsets kept. */
export function blankOut(text: string, slots: readonly Slot[], blank = BLANK): string {
  return slots.reduce(
    (rest, { start, end }) => rest.slice(0, start) + blank.repeat(end - start) + rest.slice(end),
    text,
  )
}

/** Stands where a value was taken out: no letter, so patterns run over it, and can look for it. */
export const BLANK = '␟'

/** What to cut off at the two ends of a value. */
type Edges = readonly RegExp[]

const PUNCTUATION = /^[\s，,、:：;；。.]+|[\s，,、:：;；。.!！?？]+$/g
const MARKS = /^[《〈“"「『']+|[》〉”"」』']+$/g
const POLITENESS = /^(?:请|给我|麻烦)|(?:谢谢|吧|\s(?:please|thanks|thank you))$/gi
const TITLE_EDGES: Edges = [PUNCTUATION, POLITENESS, /(?:这本书|的书)$/g, MARKS]
const PHRASE_EDGES: Edges = [
  PUNCTUATION,
  POLITENESS,
  MARKS,
  /^(?:一下|的|了|[之以]?前|一[个台把支本件盒箱包张份套块条副只间位批盏束笔]|一?[点些批])|(?:的费用|吗|呢|了|的|一共|总共|共|花了)$/g,
  /^(?:a|an|the|some|me|us|new|of|for|on|to|about)\s+(?=\S)|\s+(?:by|for|on|at|to|of|from|and|in|is|was|costs?|before|until)$/gi,
]

const ANSWER_LEAD =
  /^(?:书名|题目|主题|名字|内容|原因|理由|问题|事由)?(?:就?是|叫做?|名为)[:：]?\s*|^(?:the )?(?:title|book|name|item|reason|subject|topic|problem)(?: is|:)\s+|^(?:it is|it's|it’s|its|called)\s+/i
/** What is left when only the noun of the request itself was found. */
const EMPTY_WORDS =
  /^(?:书|新书|一本书|图书|东西|物品|会议室|房间|会|会议|a|an|the|book|books|it|one|some|something|please|me|us|items?|things?|expenses?|log|remind me|我)$/i

/** One line, no control characters, nothing loose at its edges; `null` when nothing is left. */
function cleanValue(raw: string, edges: Edges): string | null {
  const line = raw.replace(/[\p{Cc}\p{Zl}\p{Zp}␟]+/gu, ' ').replace(/\s+/g, ' ')
  const value = trimEdges(line, edges).slice(0, LONGEST_VALUE).trim()
  return value === '' || EMPTY_WORDS.test(value) ? null : value
}

function trimEdges(line: string, edges: Edges): string {
  let rest = line
  let before: string
  do {
    before = rest
    rest = edges.reduce((value, edge) => value.replace(edge, ''), rest)
  } while (rest !== before)
  return rest
}

const wholeAnswer = (text: string, edges: Edges) => cleanValue(text.replace(ANSWER_LEAD, ''), edges)
