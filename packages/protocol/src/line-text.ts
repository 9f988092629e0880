import { filledText, wellFormedText } from './well-formed-text'

/** Turns around what stands behind it, beyond the end of a name: `Ann‮` would mirror the rest of a line. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const LINE_BREAKS = /[\p{Cc}\u2028\u2029]+/gu
const SEEN = /[^\s\p{Cf}\p{Cc}]/u

/** What stands within lines that others wrote, as names do: one line, in whatever order its letters have by themselves. */
export const asLine = (text: string): string => text.replace(DIRECTION_MARKS, '').replace(LINE_BREAKS, ' ')

/** A topic, a title: may be empty. */
export const lineText = (limit: number) => wellFormedText(limit).overwrite(asLine)

/** A name: something of it can be seen. */
export const nameText = (limit: number) =>
  filledText(limit)
    .overwrite(asLine)
    .refine((text) => SEEN.test(text), { message: 'text_blank' })
