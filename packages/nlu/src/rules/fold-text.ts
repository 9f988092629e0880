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
