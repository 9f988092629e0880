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
  const key = nameKey(name)
  const named = people.filter((person) => namesOf(person).includes(key))
  const found = named.length > 0 ? named : people.filter((person) => isSpokenAs(person.name, name))
  return found.length === 1 ? found[0] : undefined
}

/** The whole name, others, and what colleagues say: the first name, of 张小明 also 小明. */
function namesOf({ name, aliases }: KnownPerson): string[] {
  const parts = /^\p{Script=Han}{3}$/u.test(name) ? [name.slice(1)] : name.split(/[\s·]+/).slice(0, 1)
  return [name, ...aliases, ...parts].map(nameKey).filter((part) => part.length > 1)
}

const HAN = /\p{Script=Han}/u

/** 王伟 of somebody who is called Wang Wei, and the other way round. */
const isSpokenAs = (known: string, name: string): boolean =>
  HAN.test(known) !== HAN.test(name) && (HAN.test(known) ? isSpokenIn(name, known) : isSpokenIn(known, name))

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
