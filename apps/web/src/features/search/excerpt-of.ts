export interface ExcerptPiece {
  readonly text: string
  /** Where it begins in the message. */
  readonly start: number
  readonly isMatch: boolean
}

interface Range {
  readonly start: number
  readonly end: number
}

const LENGTH = 280
/** What is shown before the first match. */
const LEAD = 60

/** The part of a message around its first match, cut where matches begin and end. */
export function excerptOf(text: string, matches: readonly Range[]): readonly ExcerptPiece[] {
  const from = text.length <= LENGTH ? 0 : startNear(text, (matches[0]?.start ?? 0) - LEAD)
  const until = endNear(text, from + LENGTH)
  const pieces: ExcerptPiece[] = []
  const add = (start: number, end: number, isMatch: boolean) => {
    const [first, last] = [Math.max(start, from), Math.min(end, until)]
    if (first < last) pieces.push({ text: text.slice(first, last), start: first, isMatch })
  }
  let at = from
  for (const { start, end } of matches) {
    add(at, start, false)
    add(start, end, true)
    at = Math.max(at, end)
  }
  add(at, until, false)
  return withDots(pieces, from > 0, until < text.length)
}

function withDots(pieces: readonly ExcerptPiece[], isCutBefore: boolean, isCutAfter: boolean): readonly ExcerptPiece[] {
  const dots = (start: number): ExcerptPiece => ({ text: '…', start, isMatch: false })
  return [...(isCutBefore ? [dots(-1)] : []), ...pieces, ...(isCutAfter ? [dots(Number.MAX_SAFE_INTEGER)] : [])]
}

function startNear(text: string, wanted: number): number {
  const at = Math.max(0, Math.min(wanted, text.length - LENGTH))
  const space = text.slice(at, at + 20).search(/\s/)
  return at > 0 && space >= 0 ? at + space + 1 : betweenCharacters(text, at)
}

const endNear = (text: string, wanted: number): number => betweenCharacters(text, Math.min(wanted, text.length))

/** Not between the halves of a surrogate pair. */
const betweenCharacters = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at - 1 : at
