import type { Flow, FlowSlot } from './flow'
import { type Heard, partOf, readSlot } from './read-slot'
import type { FlowSlots } from './turn'

/** 书名改成《机器学习》 · "change the title to Refactoring": a correction that names its slot. */
export function readLabelled(flow: Flow, heard: Heard, known: FlowSlots): FlowSlots | null {
  for (const slot of flow.slots) {
    const found = labelledValue(slot).exec(heard.text)
    const words = found?.[1] ?? found?.[2]
    if (found === null || words === undefined) continue
    const end = found.index + found[0].length
    const value = readSlot(flow, slot, partOf(heard, end - words.length, end), known, true)
    if (value !== null) return { [slot.name]: value }
  }
  return null
}

/** The slot that a message names and says nothing about: "the title". */
export function namedSlot(flow: Flow, text: string): FlowSlot | undefined {
  return flow.slots.find((slot) => labelOnly(slot).test(text.trim()))
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const alternatives = (names: readonly string[]) => names.map(escaped).join('|')
const namesIn = (slot: FlowSlot, language: 'zh' | 'en') =>
  alternatives([slot.label[language], ...(slot.alsoCalled?.[language] ?? [])])

const labelledValue = (slot: FlowSlot) =>
  new RegExp(
    `(?:${namesIn(slot, 'zh')})\\s*(?:改成|改为|换成|改到|应该是|应为|是|写成|:|：)\\s*(.+)|` +
      `\\b(?:${namesIn(slot, 'en')})\\s*(?:to|is|should be|should read|as|:)\\s*(.+)`,
    'i',
  )

const labelOnly = (slot: FlowSlot) =>
  new RegExp(
    `^(?:我?(?:要|想)?(?:修改|改|更改|换)?(?:一下)?)?(?:${namesIn(slot, 'zh')})(?:错了|不对|吧)?[。.!！]?$|` +
      `^(?:(?:change|edit|modify|correct)\\s+)?(?:the\\s+)?(?:${namesIn(slot, 'en')})(?:\\s+is wrong|,? please)?[.!]?$`,
    'i',
  )
