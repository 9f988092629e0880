import { personNamed } from './known-names'
import type { KnownPerson } from './relation'

const HAN = /\p{Script=Han}/u
const LATIN_NAME = /\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}/gu
const LENGTHS = [4, 3, 2] as const

/** People of the directory whom a text names, each once, in its order. */
export function peopleNamed(text: string, people: readonly KnownPerson[]): KnownPerson[] {
  const inLatin = [...text.matchAll(LATIN_NAME)].flatMap(([name]) => latinPerson(name, people) ?? [])
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? []
  return [...new Set([...inLatin, ...runs.flatMap((run) => peopleInRun(run, people))])]
}

/** "Yesterday Wei Chen" begins with a word that is no name. */
function latinPerson(name: string, people: readonly KnownPerson[]): KnownPerson | undefined {
  const words = name.replace(/['’]s$/, '').split(' ')
  const from = words.findIndex((_, at) => personNamed(words.slice(at).join(' '), people))
  return from < 0
    ? words.map((word) => personNamed(word, people)).find(Boolean)
    : personNamed(words.slice(from).join(' '), people)
}

/** As it is written; how it is spoken would find people in half of all words. */
function peopleInRun(run: string, people: readonly KnownPerson[]): KnownPerson[] {
  const found: KnownPerson[] = []
  for (let at = 0; at < run.length - 1; at++) {
    const name = LENGTHS.map((length) => run.slice(at, at + length)).find((one) => isWritten(one, people))
    const person = name && personNamed(name, people)
    if (!name || !person) continue
    found.push(person)
    at += name.length - 1
  }
  return found
}

function isWritten(name: string, people: readonly KnownPerson[]): boolean {
  const person = personNamed(name, people)
  return person !== undefined && [person.name, ...person.aliases].some((one) => HAN.test(one) && one.includes(name))
}
