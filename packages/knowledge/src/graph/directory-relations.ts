import { nameKey } from './known-names'
import type { FoundRelation, KnownName, KnownPerson } from './relation'

const CONFIDENCE = { title: 0.85, group: 0.95, task: 0.8 } as const
const TITLES = [
  /^(?:head|director|vp|lead|owner|manager|coordinator) (?:of|for) (?<what>[\p{L}\p{N} &-]{2,40})$/iu,
  /^(?<what>[\p{L}\p{N} &-]{2,40}?) (?:lead|owner|manager|coordinator)$/iu,
  /^(?<what>[\p{Script=Han}\p{L}\p{N}]{2,20}?)(?:的)?(?:负责人|主管|总监)$/u,
]
/** Ranks, not things that somebody is responsible for. */
const RANKS =
  /^(?:senior|junior|general|account|team|deputy|assistant|product|project|engineering|office|高级|总|副|项目|产品|部门)$/i

/** What a title in the directory says: "Head of Procurement", 支付网关负责人. */
export function titleRelations(person: KnownPerson, title: string): FoundRelation[] {
  const what = TITLES.map((form) => form.exec(title.trim())?.groups?.what?.trim()).find(
    (found) => found && !RANKS.test(found),
  )
  if (!what) return []
  return [relation('responsible_for', person, { name: what, kind: 'topic' }, 'title')]
}

/** Whoever is a member of a group is part of it. */
export const groupRelation = (person: KnownPerson, group: string): FoundRelation =>
  relation('part_of', person, { name: group, kind: 'organisation' }, 'group')

/** Whoever has a task works on what its title names, as far as that is known by name. */
export function taskRelations(assignee: KnownPerson, title: string, names: readonly KnownName[]): FoundRelation[] {
  const plain = ` ${nameKey(title)} `
  const named = names.filter(
    ({ name, kind }) => kind !== 'person' && kind !== 'date' && kind !== 'status' && holds(plain, nameKey(name)),
  )
  return named.map((name) => relation('works_on', assignee, name, 'task'))
}

const holds = (title: string, name: string): boolean =>
  name.length > 1 &&
  (/\p{Script=Han}/u.test(name)
    ? title.includes(name)
    : new RegExp(`[^\\p{L}\\p{N}]${escaped(name)}[^\\p{L}\\p{N}]`, 'u').test(title))

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const relation = (
  type: FoundRelation['type'],
  { id, name }: KnownPerson,
  to: KnownName,
  by: keyof typeof CONFIDENCE,
): FoundRelation => ({
  ...{ type, start: 0, end: 0, by, confidence: CONFIDENCE[by] },
  from: { name, kind: 'person', personId: id, start: 0, end: 0 },
  to: { ...to, start: 0, end: 0 },
})
