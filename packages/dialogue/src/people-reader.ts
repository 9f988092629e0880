import type { FlowSlot } from './flow'
import type { Reading } from './reading'
import { BLANK, blankOut } from './text-readers'

/** Who is named, in the directory or not: "with Li Na, Priya and the design team" keeps all three. */
export function readPeople(reading: Reading, slot: FlowSlot): string | null {
  const people = reading.slots.flatMap(({ value }) => (value.type === 'person' ? [value] : []))
  const known = people.filter(({ personIds }) => !personIds.includes(reading.speakerId)).map(({ name }) => name)
  const names = [...new Set([...known, ...partsOf(listIn(reading, slot))])]
  return names.length > 0 ? names.join(names.every(isChinese) ? LIST_MARK : ', ') : null
}

/** The stretch that lists people; days and times end it, and names known already are passed over. */
function listIn(reading: Reading, slot: FlowSlot): string {
  const { text, slots, claimed, isAnswer } = reading
  const people = slots.filter(({ value }) => value.type === 'person')
  const others = slots.filter(({ value }) => claimed.includes(value.type))
  const rest = blankOut(blankOut(text, others), people, LIST_MARK)
  for (const pattern of [...(slot.patterns?.zh ?? []), ...(slot.patterns?.en ?? [])]) {
    const list = pattern.exec(rest)?.[1]
    if (list !== undefined) return list
  }
  return isAnswer ? rest : ''
}

const LIST_MARK = '、'
const isChinese = (name: string) => /^\p{Script=Han}+$/u.test(name)
const SEPARATOR = new RegExp(`[、，,;；${BLANK}\\n]|[和跟与及]|\\s(?:and|&)\\s`, 'i')
const EDGES = /^(?:and\s|please\s|[\s@＠])+|(?:\splease|\sthanks|[\s。.!！?？])+$/gi
/** Words that stand where a name could, and name nobody else. */
const NOBODY = /^(?:|me|us|you|it|please|thanks|我们?|咱们?|你们?|您|一起|一下|个|有空)$/i
const LONGEST_NAME = 40

const partsOf = (list: string): string[] =>
  list
    .split(SEPARATOR)
    .filter((part) => part.length <= LONGEST_NAME)
    .map((part) => part.replace(EDGES, ''))
    .filter((part) => !NOBODY.test(part))
