import type { Flow, FlowSlot } from './flow'
import { type Heard, partOf, readSlot } from './read-slot'
import type { FlowSlots } from './turn'

/** 书名改成《机器学习》 · "change the title to Refactoring and the quantity to 2": corrections that name their slots. */
export function readLabelled(flow: Flow, heard: Heard, known: FlowSlots): FlowSlots | null {
  const labels = labelsIn(flow, heard.text)
  const values = labels.flatMap(({ slot, end }, index) => {
    const part = partOf(heard, end, labels[index + 1]?.start ?? heard.text.length)
    const value = readSlot(flow, slot, part, known, true)
    return value === null ? [] : [[slot.name, value] as const]
  })
  return values.length > 0 ? Object.fromEntries(values) : null
}

/** Where the message names slots and begins to say what they should be, in its order. */
function labelsIn(flow: Flow, text: string) {
  return flow.slots
    .flatMap((slot) => {
      const found = labelHead(slot).exec(text)
      return found ? [{ slot, start: found.index, end: found.index + found[0].length }] : []
    })
    .sort((a, b) => a.start - b.start)
}

/** The slot that a message names and says nothing about: "the title". */
export function namedSlot(flow: Flow, text: string): FlowSlot | undefined {
  return flow.slots.find((slot) => labelOnly(slot).test(text.trim()))
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const alternatives = (names: readonly string[]) => names.map(escaped).join('|')
const namesIn = (slot: FlowSlot, language: 'zh' | 'en') =>
  alternatives([slot.label[language], ...(slot.alsoCalled?.[language] ?? [])])

const labelHead = (slot: FlowSlot) =>
  new RegExp(
    `(?:${namesIn(slot, 'zh')})\\s*(?:改成|改为|换成|改到|应该是|应为|是|写成|:|：)\\s*|` +
      `\\b(?:and )?(?:the )?(?:${namesIn(slot, 'en')})\\s*(?:to\\b|is\\b|should be\\b|should read\\b|as\\b|:)\\s*`,
    'i',
  )

const labelOnly = (slot: FlowSlot) =>
  new RegExp(
    `^(?:我?(?:要|想)?(?:修改|改|更改|换)?(?:一下)?)?(?:${namesIn(slot, 'zh')})(?:错了|不对|吧)?[。.!！]?$|` +
      `^(?:(?:change|edit|modify|correct)\\s+)?(?:the\\s+)?(?:${namesIn(slot, 'en')})(?:\\s+is wrong|,? please)?[.!]?$`,
    'i',
  )
