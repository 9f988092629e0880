import { asLine } from '@parley/protocol'

/** A name or a topic as it can be stored and stands within lines of others. */
export const storableLine = (text: string, limit: number): string => asLine(storableText(text, limit)).trim()

/** A text as it can be stored: without U+0000 and lone surrogates, and no longer than so many characters. */
export function storableText(text: string, limit: number): string {
  const whole = text.toWellFormed().replaceAll('\u0000', '')
  if (whole.length <= limit) return whole
  let end = 0
  let count = 0
  for (const character of whole) {
    if (count === limit) return whole.slice(0, end)
    count += 1
    end += character.length
  }
  return whole
}
