import { countReadAs, mayBePinyin } from '@parley/text'
import type { MeantWords } from './meant-words'

/** Fewer letters are read as too many words. */
const LEAST_LETTERS = 4
const LEAST_CHARACTERS = 2
/** A word is known by as many examples. */
const LEAST_EXAMPLES = 2
/** How many times as often the likelier of two words has to be written. */
const AHEAD = 2
const MOST_REMEMBERED = 500

const HAN = /\p{Script=Han}/u
const HAN_RUN = /\p{Script=Han}{2,}/gu
/** Nothing of an address, a name with a capital or an identifier. */
const LETTERS = /(?<![\w.@/-])[a-z]+(?![\w@/-]|\.\w)/g

/**
 * Reads Chinese words that a hand in a hurry has left in Latin letters: 天气 of "tianqi". Only in a text that is Chinese
 * otherwise, and only where the examples have one word, or one far oftener than others, that is read so.
 *
 * @param examples what the words are known from; they are searched when letters are met for the first time, some
 *   milliseconds for some thousands.
 * @param isWord letters that are right as they are.
 */
export function createSpeltWords(examples: readonly string[], isWord: (letters: string) => boolean): MeantWords {
  const remembered = new Map<string, string | null>()
  let runs: readonly string[][] | undefined
  const find = (letters: string): string | null => {
    runs ??= examples.flatMap((text) => text.match(HAN_RUN) ?? []).map((run) => [...run])
    return likeliest(countRead(runs, letters))
  }
  const meant = (letters: string): string | null => {
    if (letters.length < LEAST_LETTERS || isWord(letters) || !mayBePinyin(letters)) return null
    const known = remembered.get(letters)
    if (known !== undefined) return known
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const found = find(letters)
    remembered.set(letters, found)
    return found
  }
  return (text) => (HAN.test(text) ? text.replace(LETTERS, (letters) => meant(letters) ?? letters) : text)
}

/** What in the runs of Chinese characters is read as the letters, and in how many of them it stands. */
function countRead(runs: readonly string[][], letters: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const characters of runs) {
    for (let at = 0; at < characters.length; at++) {
      const length = countReadAs(characters, at, letters)
      if (length < LEAST_CHARACTERS) continue
      const word = characters.slice(at, at + length).join('')
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return counts
}

function likeliest(counts: ReadonlyMap<string, number>): string | null {
  const [best, second] = [...counts].sort(([, one], [, other]) => other - one)
  if (best === undefined || best[1] < LEAST_EXAMPLES) return null
  return second !== undefined && second[1] * AHEAD > best[1] ? null : best[0]
}
