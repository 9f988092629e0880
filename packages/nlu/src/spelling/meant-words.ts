/** Fewer letters are near too many words. */
const LEAST_LETTERS = 4
/** Of so few letters only what fingers do, not what they miss: two letters swapped, or one struck twice. */
const FEW_LETTERS = 4
/** A word is known by as many examples; once, it may be a slip itself. */
const LEAST_EXAMPLES = 2
/** How many times as often the likelier of two words has to be written. */
const AHEAD = 2
const LONGEST = 20

const WORD = /[a-z]+/gi

/** Reads what was meant: a text with the slips in its Latin words mended. */
export type MeantWords = (text: string) => string

/**
 * Mends one slip of the finger a word (letters swapped, left out, struck twice or beside), and only into words that
 * examples use: a word that is known is left alone, and one that is near two of them, too. Words are looked up by what is
 * left when one letter is taken out (Garbe's symmetric deletion), so that a message costs some hundredths of a millisecond.
 *
 * @param examples what the words are known from.
 * @param common words that are right though no example has them.
 */
export function createMeantWords(examples: readonly string[], common: ReadonlySet<string>): MeantWords {
  const counts = countWords(examples)
  const near = new Map<string, string[]>()
  for (const [word, count] of counts) {
    if (count < LEAST_EXAMPLES || word.length < LEAST_LETTERS || word.length > LONGEST) continue
    for (const key of keysOf(word)) near.set(key, [...(near.get(key) ?? []), word])
  }
  const meant = (word: string): string | null => {
    if (word.length < LEAST_LETTERS - 1 || word.length > LONGEST || counts.has(word) || common.has(word)) return null
    const candidates = new Set(keysOf(word).flatMap((key) => near.get(key) ?? []))
    const likely = [...candidates]
      .filter((one) => isSlip(word, one))
      .sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
    const [best, second] = likely
    if (best === undefined) return null
    return second !== undefined && (counts.get(second) ?? 0) * AHEAD > (counts.get(best) ?? 0) ? null : best
  }
  return (text) =>
    text.replace(WORD, (word, at: number) => (mayBeName(word, at) ? word : (meant(word.toLowerCase()) ?? word)))
}

/** Capitals, but for the first letter of a text, say that nothing was missed. */
const mayBeName = (word: string, at: number): boolean => /[A-Z]/.test(at === 0 ? word.slice(1) : word)

function countWords(examples: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const example of examples) {
    for (const word of example.toLowerCase().match(WORD) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

const keysOf = (word: string): string[] => [
  ...new Set([word, ...Array.from(word, (_letter, at) => word.slice(0, at) + word.slice(at + 1))]),
]

/** Whether one slip makes the written word of the meant one. The first letter is seldom missed. */
function isSlip(written: string, meant: string): boolean {
  if (written[0] !== meant[0]) return false
  let start = 0
  while (start < written.length && written[start] === meant[start]) start++
  let [end, meantEnd] = [written.length, meant.length]
  while (end > start && meantEnd > start && written[end - 1] === meant[meantEnd - 1]) {
    end--
    meantEnd--
  }
  const [typed, wanted] = [written.slice(start, end), meant.slice(start, meantEnd)]
  if (typed.length === 2 && wanted.length === 2) return typed[0] === wanted[1] && typed[1] === wanted[0]
  if (typed.length > 1 || wanted.length > 1) return false
  const isStruckTwice = wanted === '' && typed === written[start - 1]
  return isStruckTwice || meant.length > FEW_LETTERS
}
