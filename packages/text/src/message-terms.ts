import { foldTraditional } from './fold-traditional'
import { normaliseWithOffsets } from './normalise'
import { runToEnd } from './run-to-end'
import { type Run, runs } from './runs'
import { segmentWords } from './segment-words'
import { stem } from './stem'

/** A term and the place it was read at, UTF-16 offsets of the text as it was given. */
export interface PlacedTerm {
  readonly term: string
  readonly start: number
  readonly end: number
}

/** Longer ones are pasted keys and encodings: their beginning finds them. */
const MAX_TERM_LENGTH = 64
/** Characters read in one step: some two milliseconds of Chinese. A multiple of what `segmentWords` cuts at once. */
const STEP = 1_200
const TERMS_A_STEP = 5_000

/** Flags, and whatever else is drawn: a person with a profession is found by each of the signs it is joined of. */
const EMOJI = /\p{RI}{2}|\p{Extended_Pictographic}/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: a text may hold them
const ASCII = /^[\x00-\x7f]*$/
const SMALL_LETTERS = /^[a-z]+$/
const HAS_INNER_CAPITAL = /[\p{Ll}\p{N}]\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u
/** `commitMessages` → commit, Messages; `HTTPServer2` → HTTP, Server, 2. */
const CAMEL_PART = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{N}+|\p{L}/gu

/**
 * What a message is found by, in the order of the text, with repetitions: of Chinese every character, every pair of
 * neighbours and every dictionary word of three characters or more; of other scripts the stem of every word; of
 * identifiers (`commitMessages`, `v2.0`) the whole and its parts; every emoji, whatever its skin. Lower case,
 * simplified Chinese, NFKC. Linear in the length.
 */
export function messageTerms(text: string): PlacedTerm[] {
  return runToEnd(messageTermsInSteps(text))
}

/** {@link messageTerms}, of some milliseconds a step: a long Chinese text has tens of thousands. */
export function* messageTermsInSteps(text: string): Generator<void, PlacedTerm[]> {
  const { text: plain, offsets } = normaliseWithOffsets(text)
  yield
  const found: PlacedTerm[] = []
  let read = 0
  for (const run of runs(plain)) {
    if (run.isHan) yield* readHan(run, found)
    else found.push(...termsOfWord(run))
    read += run.text.length
    if (read < STEP) continue
    read = 0
    yield
  }
  yield
  for (const emoji of emojiIn(plain)) found.push(emoji)
  const terms: PlacedTerm[] = []
  for (const { term, start, end } of found) {
    terms.push({ term, start: offsets[start] ?? 0, end: offsets[end] ?? text.length })
    if (terms.length % TERMS_A_STEP === 0) yield
  }
  yield
  terms.sort((one, other) => one.start - other.start)
  yield
  return terms
}

/**
 * What a message must hold to match these words: a subset of {@link messageTerms} that does not hang on how a
 * dictionary cuts the words around them. An identifier is looked for whole.
 */
export function messageQueryTerms(words: string): string[] {
  const { text: plain } = normaliseWithOffsets(words)
  return [
    ...runs(plain).flatMap((run) => (run.isHan ? queryTermsOfHan(run) : [wholeWord(run)])),
    ...emojiIn(plain).map(({ term }) => term),
  ]
}

const placed = (term: string, start: number, length: number): PlacedTerm => ({ term, start, end: start + length })

function* readHan({ text, start }: Run, found: PlacedTerm[]): Generator<void> {
  const folded = foldTraditional(text)
  const signs = [...folded]
  let lengthBefore = 0
  let at = start
  for (const [index, { length }] of [...text].entries()) {
    const sign = signs[index] ?? ''
    found.push(placed(sign, at, length))
    if (index > 0) found.push(placed(`${signs[index - 1]}${sign}`, at - lengthBefore, lengthBefore + length))
    lengthBefore = length
    at += length
    if (index % STEP === STEP - 1) yield
  }
  for (let from = 0; from < folded.length; from += STEP) {
    if (from > 0) yield
    for (const word of segmentWords(folded.slice(from, from + STEP))) {
      if (word.text.length > 2) found.push(placed(word.text, start + from + word.start, word.text.length))
    }
  }
}

function queryTermsOfHan({ text }: Run): string[] {
  const characters = [...foldTraditional(text)]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

function termsOfWord(run: Run): PlacedTerm[] {
  const whole = placed(wholeWord(run), run.start, run.text.length)
  return mayHaveParts(run) ? [whole, ...partsOfWord(run)] : [whole]
}

const wholeWord = ({ text }: Run): string => {
  const lower = text.toLowerCase()
  const plain = /['’]/.test(lower) ? lower.replace(/['’]s$/, '').replace(/['’]/g, '') : lower
  return cut(plain.includes('.') ? plain : rootOf(plain))
}

/** Most words are of small letters throughout: a pattern over all of Unicode's letters takes long to say so. */
const mayHaveParts = ({ text }: Run): boolean =>
  !SMALL_LETTERS.test(text) && (text.includes('.') || HAS_INNER_CAPITAL.test(text))

function partsOfWord({ text, start }: Run): PlacedTerm[] {
  const pieces = [...text.matchAll(/[^.]+/g)].flatMap(({ 0: piece, index }) => [
    { piece, index },
    ...[...piece.matchAll(CAMEL_PART)].map((part) => ({ piece: part[0], index: index + part.index })),
  ])
  return pieces
    .filter(({ piece }) => piece.length < text.length)
    .map(({ piece, index }) => placed(cut(rootOf(piece.toLowerCase())), start + index, piece.length))
}

/** Porter makes deploi of deployed, but deploy of deployment. */
const rootOf = (word: string): string => asMessageTerm(stem(word))

/** A term of `searchTerms` as messages have it. */
export const asMessageTerm = (term: string): string => (term.endsWith('y') ? `${term.slice(0, -1)}i` : term)

const cut = (term: string): string => term.slice(0, MAX_TERM_LENGTH)

function emojiIn(text: string): PlacedTerm[] {
  if (ASCII.test(text)) return []
  return [...text.matchAll(EMOJI)].map(({ 0: emoji, index }) => placed(emoji, index, emoji.length))
}
