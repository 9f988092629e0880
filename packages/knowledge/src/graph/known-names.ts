import { soundsOf } from '../spoken-name'
import { kindByHead, looksLikePerson } from './entity-kind'
import { readNamedKind, readNamedKindAtStart } from './named-kind'
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
  const { byKey, bySound } = indexOf(people)
  // Only a name in the other script can be spoken the same.
  const found = byKey.get(nameKey(name)) ?? spokenAs(name, bySound)
  return found.length === 1 ? found[0] : undefined
}

function spokenAs(name: string, bySound: PeopleIndex['bySound']): readonly KnownPerson[] {
  const isHan = HAN.test(name)
  const people = soundsOf(name).flatMap((sound) => bySound.get(sound) ?? [])
  return [...new Set(people)].filter((person) => HAN.test(person.name) !== isHan)
}

interface PeopleIndex {
  readonly byKey: Map<string, KnownPerson[]>
  /** How a name is spoken, in Latin letters. */
  readonly bySound: Map<string, KnownPerson[]>
}

/** A text names many, and a directory has thousands: their names are normalised once for each list of people. */
const INDEXES = new WeakMap<readonly KnownPerson[], PeopleIndex>()
/** So many take a millisecond or two. */
const PEOPLE_A_STEP = 200

function indexOf(people: readonly KnownPerson[]): PeopleIndex {
  const steps = indexPeople(people)
  while (!steps.next().done);
  return INDEXES.get(people) as PeopleIndex
}

/** Makes a list of people ready to be looked through, some at a time, for whoever has to let others have their turn. */
export function* indexPeople(people: readonly KnownPerson[]): Generator<void> {
  if (INDEXES.has(people)) return
  const index: PeopleIndex = { byKey: new Map(), bySound: new Map() }
  for (const [at, person] of people.entries()) {
    for (const key of new Set(namesOf(person))) push(index.byKey, key, person)
    for (const sound of new Set(partsOf(person.name).flatMap(soundsOf))) push(index.bySound, sound, person)
    if (at % PEOPLE_A_STEP === PEOPLE_A_STEP - 1) yield
  }
  INDEXES.set(people, index)
}

function push(index: Map<string, KnownPerson[]>, key: string, person: KnownPerson): void {
  const called = index.get(key)
  if (called) called.push(person)
  else index.set(key, [person])
}

/** The whole name, others, and what colleagues say: the first name, of 张小明 also 小明. */
function namesOf({ name, aliases }: KnownPerson): string[] {
  const called = HAN.test(name) ? partsOf(name) : [name, ...name.split(/[\s·]+/).slice(0, 1)]
  return [...called, ...aliases].map(nameKey).filter((part) => part.length > 1)
}

const partsOf = (name: string): string[] => (/^\p{Script=Han}{3}$/u.test(name) ? [name, name.slice(1)] : [name])

const HAN = /\p{Script=Han}/u

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
  const named = (isAtStart ? readNamedKindAtStart : readNamedKind)(name)
  if (named) return { ...named, start: end - named.name.length, end, quality: 'proper' }
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
