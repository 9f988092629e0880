import { filledText, isBlank, wellFormedText } from './well-formed-text'

/** Turns around what stands behind it, beyond the end of a name: `Ann‮` would mirror the rest of a line. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
/**
 * Shows nothing where it stands, so that two names would look alike: spaces without width, fillers, joiners between
 * letters that do not join, tags that belong to no flag.
 */
const UNSEEN =
  /[\u00ad\u115f\u1160\u200b\u2060-\u2064\u3164\ufeff\uffa0]|(?<=^|[\p{Script=Latin}\p{Script=Han}\s])[\u200c\u200d]+|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu
const LINE_BREAKS = /[\p{Cc}\u2028\u2029]+/gu

/**
 * What stands within lines that others wrote, as names do: one line, in whatever order its letters have by themselves,
 * and nothing in it that cannot be seen.
 */
export const asLine = (text: string): string =>
  text.replace(DIRECTION_MARKS, '').replace(UNSEEN, '').replace(LINE_BREAKS, ' ')

/** A topic, a title: may be empty. */
export const lineText = (limit: number) => wellFormedText(limit).overwrite(asLine)

/** A name: something of it can be seen. */
export const nameText = (limit: number) =>
  filledText(limit)
    .overwrite(asLine)
    .refine((text) => !isBlank(text), { message: 'text_blank' })
