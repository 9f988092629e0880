import { isCountRange } from './count-range'
import type { Flow, FlowSlot } from './flow'
import { readLabelled } from './labelled-correction'
import { type Heard, partOf, readSlot } from './read-slot'
import type { ActiveFlow, FlowSlots } from './turn'

/** Everything that the opening request says. */
export function readRequest(flow: Flow, heard: Heard, carried: FlowSlots = {}): FlowSlots {
  const said = flow.slots.reduce<FlowSlots>(
    (known, slot) => withValue(known, slot, readSlot(flow, slot, heard, known)),
    {},
  )
  return { ...fallbacks(flow), ...carried, ...said }
}

/** The answer to the prompt for `asked`, with whatever else the person volunteered; `null` when it is no answer. */
export function readAnswer(flow: Flow, asked: string, heard: Heard, known: FlowSlots): FlowSlots | null {
  const slot = flow.slots.find(({ name }) => name === asked)
  if (!slot) return null
  const labelled = readLabelled(flow, heard, known)
  if (labelled) return consistent({ ...known, ...labelled })
  const answer = readSlot(flow, slot, heard, known, true)
  const volunteered = readTyped(flow, heard, known)
  if (answer === null && Object.keys(volunteered).length === 0) return null
  return consistent(withValue({ ...known, ...volunteered }, slot, answer))
}

/** What a message changes in a filled form: 不，要两本 · "make it Friday"; `null` when it changes nothing. */
export function readCorrection(flow: Flow, heard: Heard, known: FlowSlots): FlowSlots | null {
  const change = readLabelled(flow, heard, known) ?? {
    ...readReplacement(flow, heard, known),
    ...readTyped(flow, heard, known),
  }
  return Object.keys(change).length > 0 ? consistent({ ...known, ...change }) : null
}

/** The first slot that still has to be asked for, or `confirm`. @param before where the flow stood when this was said. */
export const nextStep = (flow: Flow, known: FlowSlots, before?: ActiveFlow): string =>
  flow.slots.find((slot) => (slot.prompt && known[slot.name] === undefined) || isOpen(slot, known, before))?.name ??
  'confirm'

/** "Three to five" is asked about once: said again, or shown and left as it is, it stays. */
function isOpen({ name }: FlowSlot, known: FlowSlots, before: ActiveFlow | undefined): boolean {
  if (!isCountRange(known[name])) return false
  if (!before) return true
  const isAsked = before.step === name && isCountRange(before.slots[name])
  const isShown = before.slots[name] === known[name] && (before.step === 'confirm' || before.step === 'change')
  return !isAsked && !isShown
}

/** Values that show by their form which slot they belong to. */
function readTyped(flow: Flow, heard: Heard, known: FlowSlots): FlowSlots {
  let found: FlowSlots = {}
  for (const slot of flow.slots) {
    if (showsByForm(slot, heard)) found = withValue(found, slot, readSlot(flow, slot, heard, { ...known, ...found }))
  }
  return found
}

/** Free words show it only where a slot is read by patterns alone, which an optional one is. */
function showsByForm({ reader, prompt }: FlowSlot, heard: Heard): boolean {
  if (reader === 'title') return hasMarkedTitle(heard)
  return (reader !== 'text' && reader !== 'message') || prompt === undefined
}

const hasMarkedTitle = ({ slots }: Heard) => slots.some(({ value }) => value.type === 'title')

const REPLACEMENT =
  /(?:改成|改为|换成|换为|而是)(.+)|\b(?:change it to|make it|make that|i meant|switch to|rather)\s+(.+)/i

/** "换成键盘": new words for the flow's own subject, its first slot of free words. */
function readReplacement(flow: Flow, heard: Heard, known: FlowSlots): FlowSlots {
  const subject = flow.slots.find(({ reader, prompt }) => prompt && (reader === 'text' || reader === 'title'))
  const found = REPLACEMENT.exec(heard.text)
  const words = found?.[1] ?? found?.[2]
  if (!subject || words === undefined) return {}
  const part = partOf(heard, heard.text.length - words.length, heard.text.length)
  if (
    subject.reader === 'title' &&
    part.slots.some(({ value }) => value.type === 'quantity' || value.type === 'number' || value.type === 'range')
  )
    return {}
  return withValue({}, subject, readSlot(flow, subject, part, known, true))
}

const withValue = (known: FlowSlots, slot: FlowSlot, value: string | number | null): FlowSlots =>
  value === null ? known : { ...known, [slot.name]: value }

const fallbacks = (flow: Flow): FlowSlots =>
  Object.fromEntries(flow.slots.flatMap(({ name, fallback }) => (fallback === undefined ? [] : [[name, fallback]])))

/** A span that would end before it starts loses its end: the start was said last. */
function consistent(slots: FlowSlots): FlowSlots {
  const { start, end, ...rest } = slots
  if (typeof start !== 'string' || typeof end !== 'string' || start <= end) return slots
  return { ...rest, start }
}
