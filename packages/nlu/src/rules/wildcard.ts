import { cutsWord } from './term-finder'

interface Found {
  readonly start: number
  readonly end: number
}

/** The longest piece without `?` of a wildcard pattern: where it is missing, the pattern cannot fit. */
export function anchorOf(pattern: string): string {
  const literals = pattern.split(/[*?]+/).map((piece) => piece.trim())
  return literals.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}

/** What ends a sentence, in a text whose blanks are folded. */
const SENTENCE = /[^。!?;]+/g

/**
 * Where a pattern first fits within a sentence of the text: `*` stands for anything, `?` for one character. Its pieces are
 * taken where they come first, one after the other, which finds a fit wherever there is one: linear in text times pattern.
 */
export function findWildcard(pattern: string, text: string): Found | null {
  const pieces = piecesOf(pattern)
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const found = findInSentence(pieces, sentence)
    if (found) return { start: found.start + index, end: found.end + index }
  }
  return null
}

interface Piece {
  readonly text: string
  /** Where it must not cut a word: at the ends of the pattern, and at blanks. */
  readonly isWhole: { readonly start: boolean; readonly end: boolean }
}

function piecesOf(pattern: string): Piece[] {
  const all = pattern.split('*')
  return all.flatMap((piece, index) => {
    const start = index === 0 || piece.startsWith(' ')
    const end = index === all.length - 1 || piece.endsWith(' ')
    return piece.trim() === '' ? [] : [{ text: piece.trim(), isWhole: { start, end } }]
  })
}

function findInSentence(pieces: readonly Piece[], sentence: string): Found | null {
  let start = -1
  let end = 0
  for (const piece of pieces) {
    const at = findPiece(piece, sentence, end)
    if (at < 0) return null
    if (start < 0) start = at
    end = at + piece.text.length
  }
  return start < 0 ? null : { start, end }
}

function findPiece({ text, isWhole }: Piece, sentence: string, from: number): number {
  for (let at = from; at + text.length <= sentence.length; at++) {
    const cuts = (isWhole.start && cutsWord(sentence, at)) || (isWhole.end && cutsWord(sentence, at + text.length))
    if (!cuts && fitsAt(text, sentence, at)) return at
  }
  return -1
}

function fitsAt(piece: string, sentence: string, at: number): boolean {
  for (let unit = 0; unit < piece.length; unit++) {
    if (piece[unit] !== '?' && piece[unit] !== sentence[at + unit]) return false
  }
  return true
}
