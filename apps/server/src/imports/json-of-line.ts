import type { ImportProblem } from '@parley/protocol'
import type { Line } from './read-lines'

export type LineContent = { readonly value: unknown } | { readonly problem: ImportProblem }

/** What stands in a line of JSON, or why that cannot be said. */
export function jsonOfLine({ text }: Line): LineContent {
  if (text === null) return { problem: 'line_too_long' }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { problem: 'not_json' }
  }
}
