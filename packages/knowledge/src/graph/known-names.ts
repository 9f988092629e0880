import { isSpokenIn } from '../spoken-name'
import { kindByHead, looksLikePerson } from './entity-kind'
import type { EntityKind, KnownPerson, NamedEntity, ReadingContext } from './relation'

const ARTICLE = /^(?:the|our|a|an|their|its|this|your|my) /i

/** As names are compared: without article, quotation marks and case. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .replace(/^[《“"'「`]+|[》”"'」`]+$/g, '')
    .replace(ARTICLE, '')
    .replace(/['’]s$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

/** The one of the directory who is called so, if there is just one. */
export function personNamed(name: string, people: readonly KnownPerson[]): KnownPerson | undefined {
  const { byKey, inHan, inLatin } = indexOf(people)
  // Only a name in the other script can be spoken the same.
  const found = byKey.get(nameKey(name)) ?? (HAN.test(name) ? inLatin : inHan).filter(isSpokenAs(name))
  return found.length === 1 ? found[0] : undefined
}

interface PeopleIndex {
  readonly byKey: ReadonlyMap<string, readonly KnownPerson[]>
  readonly inHan: readonly KnownPerson[]
  readonly inLatin: readonly KnownPerson[]
}

/** A text names many, and a directory has thousands: their names are normalised once for each list of people. */
const INDEXES = new WeakMap<readonly KnownPerson[], PeopleIndex>()

function indexOf(people: readonly KnownPerson[]): PeopleIndex {
  const known = INDEXES.get(people)
  if (known) return known
  const isHan = ({ name }: KnownPerson) => HAN.test(name)
  const index: PeopleIndex = {
    byKey: byNameKey(people),
    inHan: people.filter(isHan),
    inLatin: people.filter((person) => !isHan(person)),
  }
  INDEXES.set(people, index)
  return index
}

function byNameKey(people: readonly KnownPerson[]): Map<string, KnownPerson[]> {
  const byKey = new Map<string, KnownPerson[]>()
  for (const person of people) {
    for (const key of new Set(namesOf(person))) {
      const called = byKey.get(key)
      if (called) called.push(person)
      else byKey.set(key, [person])
    }
  }
  return byKey
}

/** The whole name, others, and what colleagues say: the first name, of 张小明 also 小明. */
function namesOf({ name, aliases }: KnownPerson): string[] {
  const parts = /^\p{Script=Han}{3}$/u.test(name) ? [name.slice(1)] : name.split(/[\s·]+/).slice(0, 1)
  return [name, ...aliases, ...parts].map(nameKey).filter((part) => part.length > 1)
}

const HAN = /\p{Script=Han}/u

/** 王伟 of somebody who is called Wang Wei, and the other way round. */
const isSpokenAs =
  (name: string) =>
  ({ name: known }: KnownPerson): boolean =>
    HAN.test(known) ? isSpokenIn(name, known) : isSpokenIn(known, name)

/** How well a name is known to be one: of the directory or the graph, by how it is written, by its last word, or not. */
export type NameQuality = 'known' | 'proper' | 'headed' | 'plain'

export interface JudgedName extends NamedEntity {
  readonly quality: NameQuality
}

const PROPER = /(?:^|[\s-])(?:\p{Lu}[\p{L}\p{N}-]*\p{N}|\p{Lu}{2,}|\p{Lu}\p{Ll}+)|[《“"「`]|\p{N}/u

/** What a name in a text stands for. */
export function judgeName(
  { name, start, end }: Pick<NamedEntity, 'name' | 'start' | 'end'>,
  expected: EntityKind,
  { people, names = [] }: ReadingContext,
  isAtStart: boolean,
): JudgedName {
  const person = personNamed(name, people)
  if (person) return { name: person.name, kind: 'person', personId: person.id, start, end, quality: 'known' }
  const key = nameKey(name)
  const known = names.find((one) => nameKey(one.name) === key)
  if (known) return { name: known.name, kind: known.kind, start, end, quality: 'known' }
  const head = kindByHead(name)
  const kind = head ?? kindExpected(name, expected)
  const isProper = PROPER.test(isAtStart ? lowerFirst(name) : name) || (kind === 'person' && looksLikePerson(name))
  return { name, kind, start, end, quality: isProper ? 'proper' : head ? 'headed' : 'plain' }
}

/** Whoever is expected and is not written like a person is a team. */
const kindExpected = (name: string, expected: EntityKind): EntityKind =>
  expected === 'person' && !looksLikePerson(name) ? 'organisation' : expected

/** A capital at the start of a sentence says nothing, unless more follow. */
const lowerFirst = (name: string) =>
  /^\p{Lu}\p{Ll}+(?!.*\p{Lu})/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name
