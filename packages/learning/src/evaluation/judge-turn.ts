import type { TurnResult } from '@parley/dialogue'
import type { Person, Understanding } from '@parley/nlu'
import type { Expectation } from './conversation-file'

type SlotContent = string | number

/** What a turn did wrong, a line for each; empty when it did what was expected. */
export function judgeTurn(expected: Expectation, result: TurnResult, slots: TurnSlots): string[] {
  const { kind, contains_any: wanted, not_contains: unwanted = [], slots: wantedSlots = {} } = expected
  const text = result.reply.text.toLowerCase()
  const holds = (words: string) => text.includes(words.toLowerCase())
  return [
    ...(kind && !kind.includes(result.reply.kind) ? [`kind is ${result.reply.kind}, not ${kind.join(' or ')}`] : []),
    ...(wanted && !wanted.some(holds) ? [`holds none of: ${wanted.join(' | ')}`] : []),
    ...unwanted.filter(holds).map((words) => `holds: ${words}`),
    ...Object.entries(wantedSlots).flatMap(([name, value]) => judgeSlot(name, value, slots[name] ?? [])),
  ]
}

/** Every value a turn knows under a name; more than one where a message names several. */
export type TurnSlots = Readonly<Record<string, readonly SlotContent[]>>

/** The slots of the open or just completed flow, of the tasks, and of the message itself by their types. */
export function slotsAfter(result: TurnResult, understanding: Understanding, directory: readonly Person[]): TurnSlots {
  const known = new Map<string, SlotContent[]>()
  const add = (name: string, value: SlotContent | null) => {
    if (value !== null) known.set(name, [...(known.get(name) ?? []), value])
  }
  for (const [name, value] of Object.entries(flowSlots(result))) add(name, value)
  for (const act of result.acts) {
    if (act.kind !== 'createTask') continue
    const assignee = directory.find(({ id }) => id === act.task.assigneeId)
    add('title', act.task.title)
    add('due', act.task.due)
    for (const name of assignee ? [assignee.id, assignee.name, ...assignee.aliases] : []) add('assignee', name)
  }
  for (const slot of known.size === 0 ? understanding.slots : []) add(slot.value.type, slot.text)
  return Object.fromEntries(known)
}

function flowSlots({ state, acts }: TurnResult): Readonly<Record<string, SlotContent>> {
  const completed = acts.find((act) => act.kind === 'completeFlow')
  return { ...state.flow?.slots, ...completed?.slots }
}

function judgeSlot(name: string, wanted: SlotContent, found: readonly SlotContent[]): string[] {
  if (found.some((value) => isSame(value, wanted))) return []
  return [`slot ${name} is ${found.length > 0 ? found.join(' | ') : 'missing'}, not ${wanted}`]
}

/** Letter case, width, spaces and quotation marks aside; a date expected is met by a time on that day. */
function isSame(value: SlotContent, wanted: SlotContent): boolean {
  const [have, want] = [plain(value), plain(wanted)]
  return have === want || (/^\d{4}-\d{2}-\d{2}$/.test(want) && have.startsWith(`${want}t`))
}

const plain = (value: SlotContent) =>
  String(value)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[《》“”"「」『』\s]+/g, '')
