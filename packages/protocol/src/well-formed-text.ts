import { z } from 'zod'

/** The longest message, in Unicode characters (code points). */
export const MESSAGE_TEXT_LIMIT = 40_000

/** A surrogate without its partner: PostgreSQL and JSON peers cannot store it. */
const LONE_SURROGATE = /\p{Surrogate}/u

export type TextFault =
  | { readonly code: 'text_too_long'; readonly length: number; readonly limit: number }
  | { readonly code: 'text_not_storable'; readonly reason: 'nul' | 'lone_surrogate' }

/** Why a text cannot be accepted, or null. `limit` counts code points. */
export function findTextFault(text: string, limit: number): TextFault | null {
  if (text.includes('\u0000')) return { code: 'text_not_storable', reason: 'nul' }
  if (LONE_SURROGATE.test(text)) return { code: 'text_not_storable', reason: 'lone_surrogate' }
  if (text.length <= limit) return null
  const length = countCodePoints(text)
  return length > limit ? { code: 'text_too_long', length, limit } : null
}

function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** Text from a person: storable, and at most `limit` code points long. The fault travels in the issue's `params`. */
export function wellFormedText(limit: number) {
  return z
    .string()
    .meta({ maxLength: limit })
    .superRefine((text, context) => {
      const fault = findTextFault(text, limit)
      if (fault) context.addIssue({ code: 'custom', message: fault.code, params: { ...fault }, input: text })
    })
}

/** Not white space, nor what takes no place (spaces without width, fillers, direction marks), nor the blank of Braille. */
const SEEN = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Whether nothing of a text can be seen. */
export const isBlank = (text: string): boolean => !SEEN.test(text)

/** The same, and not blank. */
export function filledText(limit: number) {
  return wellFormedText(limit).refine((text) => !isBlank(text), { message: 'text_blank' })
}
