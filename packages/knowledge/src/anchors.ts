import type { Language } from '@parley/text'
import { numberValues } from './number-values'
import { isPinyin, isSpokenIn } from './spoken-name'

/** What of a question is the same in every language: numbers by value, names and terms in Latin letters, how it sounds. */
export interface Anchors {
  readonly numbers: ReadonlySet<number>
  /** Lower case; the words of a name in Latin letters are one anchor: `li na`. */
  readonly names: readonly string[]
  /** The question, where it may hold names in Chinese characters. */
  readonly spoken: string
}

export interface AnchorMatch {
  readonly found: number
  readonly missing: number
}

const LATIN_WORD = /[A-Za-z][A-Za-z0-9+#'’-]*/g
/** In English the first word of a sentence tells nothing by its capital, unless it has several. */
const ENGLISH_NAME =
  /(?<![.?!:] )(?<!^)\b\p{Lu}[\p{L}\d'’-]*(?: \p{Lu}[\p{L}\d'’-]*)*|\b\p{Lu}{2,}\d*\b|\b\p{L}+\p{Lu}\p{L}*\b/gu
const NO_NAMES = new Set(['i', "i'm", 'i’m', "i've", 'i’ve', "i'd", 'i’d', "i'll", 'i’ll'])

export function anchorsOf(text: string, language: Language): Anchors {
  return {
    numbers: numberValues(text),
    names: namesIn(text, language),
    spoken: language === 'zh' ? text : '',
  }
}

/** How many of the question's anchors a text holds, in whichever script. */
export function matchAnchors(anchors: Anchors, text: string, language: Language): AnchorMatch {
  const { names, spoken } = anchors
  const isSpoken = spoken !== '' && language === 'en'
  if (names.length + anchors.numbers.size === 0 && !isSpoken) return { found: 0, missing: 0 }
  const numbers = anchors.numbers.size === 0 ? anchors.numbers : numberValues(text)
  const heldNumbers = [...anchors.numbers].filter((number) => numbers.has(number)).length
  const plain = text.normalize('NFKC').toLowerCase()
  const isHeld = (name: string) => plain.includes(name) || (language === 'zh' && isSpokenIn(name, text))
  const heldNames = names.filter(isHeld).length
  const sought = names.filter((name) => language === 'en' || isWrittenAlike(name) || isHeld(name)).length
  const written = isSpoken ? namesIn(text, 'en') : []
  const heldSpoken = written.filter((name) => isSpokenIn(name, spoken)).length
  const held = heldNumbers + heldNames
  return { found: held + heldSpoken, missing: anchors.numbers.size + sought - held }
}

/** Normandy is 诺曼底 in Chinese, which proves nothing by not being found; codes stay, and Chinese names have readings. */
function isWrittenAlike(name: string): boolean {
  return /\d/.test(name) || isPinyin(name)
}

function namesIn(text: string, language: Language): string[] {
  const found = text.match(language === 'zh' ? LATIN_WORD : ENGLISH_NAME) ?? []
  const names = found.map((name) => name.toLowerCase().replace(/['’]s$/, ''))
  return [...new Set(names)].filter((name) => name.length > 1 && !NO_NAMES.has(name))
}
