import { foldPhrase, foldTraditional, messageTerms, normaliseWithOffsets } from '@parley/text'

/** A stretch of a text, UTF-16 offsets. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Where a text holds these words and phrases: in order, those that touch joined. */
export function highlight(text: string, words: ReadonlySet<string>, phrases: readonly string[]): TextRange[] {
  const ofWords = messageTerms(text).filter(({ term }) => words.has(term))
  const ofPhrases = phrases.flatMap((phrase) => rangesOfPhrase(text, phrase))
  return join([...ofWords, ...ofPhrases])
}

/** Whether a text holds a phrase, whatever its case, width, spaces and script variant; none holds an empty one. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const wanted = foldPhrase(phrase)
  return wanted !== '' && foldPhrase(text).includes(wanted)
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
