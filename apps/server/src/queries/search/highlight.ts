import { foldPhrase, foldTraditional, messageTerms, normaliseWithOffsets } from '@parley/text'

/** A stretch of a text, UTF-16 offsets. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** What is read in one step: some ten milliseconds of Chinese. */
const WINDOW = 2_000
/** Windows share so much, more than the longest phrase: what one cuts in two, the next one has whole. */
const SHARED = 600

/** Where a text holds these words and phrases: in order, those that touch joined. A window of it in each step. */
export function* highlightInSteps(
  text: string,
  words: ReadonlySet<string>,
  phrases: readonly string[],
): Generator<void, TextRange[]> {
  const ranges: TextRange[] = []
  for (let start = 0; ; start += WINDOW - SHARED) {
    const end = Math.min(start + WINDOW, text.length)
    const found = rangesIn(text.slice(start, end), words, phrases)
    for (const range of found) {
      const isCut = (range.start === 0 && start > 0) || (start + range.end === end && end < text.length)
      if (!isCut) ranges.push({ start: start + range.start, end: start + range.end })
    }
    if (end === text.length) return join(ranges)
    yield
  }
}

function rangesIn(text: string, words: ReadonlySet<string>, phrases: readonly string[]): TextRange[] {
  const ofWords = messageTerms(text).filter(({ term }) => words.has(term))
  return [...ofWords, ...phrases.flatMap((phrase) => rangesOfPhrase(text, phrase))]
}

function rangesOfPhrase(text: string, phrase: string): TextRange[] {
  const { text: plain, offsets } = normaliseWithOffsets(text)
  const folded = foldTraditional(plain).toLowerCase()
  // A few letters change their length with their case: no place is better than a wrong one.
  if (folded.length !== plain.length) return []
  const wanted = foldPhrase(phrase)
  const ranges: TextRange[] = []
  for (let at = folded.indexOf(wanted); at >= 0 && wanted !== ''; at = folded.indexOf(wanted, at + wanted.length)) {
    ranges.push({ start: offsets[at] ?? 0, end: offsets[at + wanted.length] ?? text.length })
  }
  return ranges
}

function join(ranges: readonly TextRange[]): TextRange[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
