import { z } from 'zod'

/** What a form's field holds, and what is asked of it. */
export interface Entry {
  readonly value: string
  /** As of `<input type>`. */
  readonly type: string
  readonly isRequired: boolean
  readonly minLength: number
  /** The browser shows something that has no value, such as half a date. */
  readonly isUnreadable: boolean
}

export type FieldFault =
  | { readonly kind: 'missing' | 'email' | 'unreadable' }
  | { readonly kind: 'short'; readonly limit: number; readonly length: number }

/** The first thing that is wrong with an entry, or null. */
export function findFault({ value, type, isRequired, minLength, isUnreadable }: Entry): FieldFault | null {
  if (isUnreadable) return { kind: 'unreadable' }
  const written = value.trim()
  if (written === '') return isRequired ? { kind: 'missing' } : null
  if (type === 'email' && !z.email().safeParse(written).success) return { kind: 'email' }
  const length = [...value].length
  return length < minLength ? { kind: 'short', limit: minLength, length } : null
}
