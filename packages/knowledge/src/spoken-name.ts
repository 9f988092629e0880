import { countReadAs, mayBePinyin, readingsOf } from '@parley/text'

/** Shorter ones are found everywhere. */
const MIN_LETTERS = 4
const MIN_SYLLABLES = 2

/**
 * Whether Chinese characters in a row are read like a name in Latin letters: 李娜 like `Li Na`, 成都 like `Chengdu`.
 * Names are written surname first and last.
 */
export function isSpokenIn(name: string, text: string): boolean {
  const words = name.toLowerCase().match(/[a-z]+/g) ?? []
  const orders = new Set([words.join(''), words.toReversed().join('')].filter((one) => one.length >= MIN_LETTERS))
  if (orders.size === 0) return false
  return (text.match(/\p{Script=Han}{2,}/gu) ?? []).some((run) => {
    const characters = [...run]
    return [...orders].some((letters) =>
      characters.some((_, at) => countReadAs(characters, at, letters) >= MIN_SYLLABLES),
    )
  })
}

/** A name in Chinese has two to four characters; more readings than that nobody's has. */
const MOST_CHARACTERS = 4
const MOST_READINGS = 16

/**
 * How a whole name is spoken, in Latin letters without spaces, for looking it up: 李娜 and `Li Na` share `lina`. Of what
 * cannot be a Chinese name, nothing.
 */
export function soundsOf(name: string): string[] {
  const characters = [...name.replaceAll(/[\s·]/g, '')]
  if (characters.every((one) => /\p{Script=Han}/u.test(one))) return readingsOfName(characters)
  if (!isPinyin(name)) return []
  const words = name.toLowerCase().match(/[a-z]+/g) ?? []
  return [...new Set([words.join(''), words.toReversed().join('')])].filter((one) => one.length >= MIN_LETTERS)
}

function readingsOfName(characters: readonly string[]): string[] {
  if (characters.length < MIN_SYLLABLES || characters.length > MOST_CHARACTERS) return []
  return characters.reduce<string[]>(
    (before, one) => before.flatMap((start) => readingsOf(one).map((end) => start + end)).slice(0, MOST_READINGS),
    [''],
  )
}

/** How people write a Chinese name in Latin letters: 王伟 as `wang wei`, `wangwei`, `wei wang`. Of other names nothing. */
export function spellingsOf(name: string): string[] {
  const [surname = '', ...given] = [...name.trim()]
  if (given.length === 0 || given.length >= MOST_CHARACTERS || !/^\p{Script=Han}+$/u.test(name.trim())) return []
  const givens = given.length === 1 ? readingsOf(given[0] as string) : readingsOfName(given)
  const pairs = readingsOf(surname).flatMap((first) => givens.map((last) => [first, last] as const))
  return pairs
    .slice(0, MOST_READINGS)
    .flatMap(([first, last]) => [`${first} ${last}`, first + last, `${last} ${first}`])
}

/** Whether a name may be Chinese: of any other nobody can tell how it is written in Chinese characters. */
export function isPinyin(name: string): boolean {
  return name.split(/[ '’-]/).every((word) => mayBePinyin(word.toLowerCase()))
}
