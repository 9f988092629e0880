import type { Language } from '@parley/text'
import { isSpokenIn } from '../spoken-name'
import { SPEAKING } from './talk-patterns'
import type { TalkPerson } from './talk-question'

/** A place where a question names people, several where they share the name. */
export interface NamedPeople {
  readonly ids: readonly string[]
  readonly start: number
  readonly end: number
}

/** Longest names first, none inside another: "Li Na" is not also a Li. Linear in the question for each name. */
export function peopleIn(question: string, people: readonly TalkPerson[]): NamedPeople[] {
  const found: NamedPeople[] = []
  const isFree = (one: NamedPeople) => found.every(({ start, end }) => one.start >= end || one.end <= start)
  const places = [...soundingAlike(question, people), ...written(question, people)]
  for (const place of places.sort((one, other) => lengthOf(other) - lengthOf(one))) {
    if (isFree(place)) found.push(place)
  }
  return found
}

const lengthOf = ({ start, end }: NamedPeople): number => end - start

function written(question: string, people: readonly TalkPerson[]): NamedPeople[] {
  return byName(people).flatMap(([name, ids]) => {
    const start = placeOf(question, name)
    return start < 0 ? [] : [{ ids, start, end: start + name.length }]
  })
}

/** Whoever is to have said what is asked for, told by what stands around the name. */
export function speakersAmong(question: string, named: readonly NamedPeople[], language: Language): NamedPeople[] {
  const { before, after } = SPEAKING[language]
  return named.filter(({ start, end }) => {
    const isFrom = language === 'zh' || /\b(?:from|by|according to)\s*$/i.test(question.slice(0, start))
    return isFrom
      ? before.test(question.slice(0, start)) || after.test(question.slice(end))
      : after.test(question.slice(end))
  })
}

function byName(people: readonly TalkPerson[]): [string, string[]][] {
  const names = new Map<string, Set<string>>()
  for (const person of people) {
    for (const name of namesOf(person)) names.set(name, (names.get(name) ?? new Set()).add(person.id))
  }
  return [...names].map(([name, ids]) => [name, [...ids]])
}

/** The whole name, every other name, and the parts that colleagues call each other by. */
function namesOf({ name, aliases }: TalkPerson): string[] {
  const parts = [name, ...aliases].flatMap((one) => [one, ...partsOf(one)])
  return [...new Set(parts.map((part) => part.trim().toLowerCase()))].filter((part) => part.length > 1)
}

const HAN_NAME = /^\p{Script=Han}{3,4}$/u

function partsOf(name: string): string[] {
  if (HAN_NAME.test(name)) return [[...name].slice(-2).join('')]
  return name.split(/[\s·]+/).filter((part) => part.length > 1 && /^\p{L}/u.test(part))
}

const LETTER = /[\p{Script=Latin}\p{N}]/u

function placeOf(question: string, name: string): number {
  const plain = question.toLowerCase()
  for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1)) {
    const isInWord =
      LETTER.test(name[0]!) && (LETTER.test(plain[at - 1] ?? '') || LETTER.test(plain[at + name.length] ?? ''))
    if (!isInWord) return at
  }
  return -1
}

/** 王伟 of somebody who writes himself Wang Wei, and "Wang Wei" of 王伟. */
function soundingAlike(question: string, people: readonly TalkPerson[]): NamedPeople[] {
  return people.flatMap(({ id, name }) => {
    if (/\p{Script=Han}/u.test(name)) {
      const written = question.match(/\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\b/gu)?.find((latin) => isSpokenIn(latin, name))
      return written
        ? [{ ids: [id], start: question.indexOf(written), end: question.indexOf(written) + written.length }]
        : []
    }
    if (!isSpokenIn(name, question)) return []
    const run = hanRuns(question).find(({ text }) => isSpokenIn(name, text))
    return run ? [{ ids: [id], start: run.start, end: run.start + run.text.length }] : []
  })
}

/** Every stretch of two and three characters: names stand anywhere in a run. */
function hanRuns(question: string): { text: string; start: number }[] {
  const runs = [...question.matchAll(/\p{Script=Han}+/gu)]
  return runs.flatMap(({ 0: run, index }) =>
    [2, 3].flatMap((length) =>
      Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) => ({
        text: run.slice(at, at + length),
        start: index + at,
      })),
    ),
  )
}
