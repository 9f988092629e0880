import { foldTraditional, normaliseWithOffsets } from '@parley/text'
import type { TextSpan } from '../understanding'

/** What lies behind is not read by rules, in UTF-16 units. */
export const RULE_READ_LENGTH = 4000

/** A text as rules compare it, and the way back to where it stands in the message. */
export interface FoldedText {
  readonly text: string
  spanOf(start: number, end: number): TextSpan
}

/** Width, case, and traditional characters do not matter to rules. */
export function foldText(message: string): FoldedText {
  const { text, offsets } = normaliseWithOffsets(message.slice(0, RULE_READ_LENGTH))
  const spanOf = (start: number, end: number) => ({ start: offsets[start] ?? 0, end: endOf(offsets, end) })
  return { text: keepLength(keepLength(text, foldTraditional), lower), spanOf }
}

/** The same for what is looked for. */
export const foldPattern = (pattern: string): string => foldText(pattern).text

/**
 * The same for a regular expression, unit by unit, so that a place in the one is that place in the other. Case is left to the
 * expression. A wide sign stands for what it looks like, as in all other patterns: `（急｜紧急）` is a choice.
 */
export const foldRegex = (source: string): string =>
  keepLength(source.replace(/[\uff01-\uff5e\u3000]/g, narrow), foldTraditional)

const WIDE_TO_NARROW = 0xfee0
const narrow = (wide: string): string =>
  wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - WIDE_TO_NARROW)

/** Behind the last unit, not before the next one: blanks between them belong to neither. */
const endOf = (offsets: Uint32Array, end: number): number => (end === 0 ? 0 : (offsets[end - 1] ?? 0) + 1)

const lower = (text: string) => text.toLowerCase()

/** A few characters change their length with their case (İ): those keep their case. */
function keepLength(text: string, change: (text: string) => string): string {
  const changed = change(text)
  if (changed.length === text.length) return changed
  const one = (character: string) => (change(character).length === character.length ? change(character) : character)
  return Array.from(text, one).join('')
}
