import { RE2JS, RE2JSSyntaxException, RE2Set } from 're2js'
import { foldRegex } from './fold-text'

/** How long a part of a message regular expressions read: where they need more than one pass they cost most. */
const REGEX_READ_LENGTH = 1000

export interface RegexFault {
  readonly reason: string
  /** Where it stands in the expression, in UTF-16 units. */
  readonly at: number
}

/** Why an expression cannot be used; null where it can. RE2's syntax: no backward references, no looking around. */
export function findRegexFault(written: string): RegexFault | null {
  const source = foldRegex(written)
  try {
    const isIdle = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE).matcher('').find()
    return isIdle ? { reason: 'fits an empty text', at: 0 } : null
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    const at = source.lastIndexOf(error.getPattern() ?? source)
    return { reason: error.getDescription(), at: Math.max(0, at) }
  }
}

/**
 * Regular expressions that are asked together: one automaton reads a text once for all of them (RE2), in time linear in its
 * length whatever the expressions are.
 */
export class RegexSet {
  private readonly set = new RE2Set(RE2Set.UNANCHORED, RE2JS.CASE_INSENSITIVE)
  private readonly single: readonly RE2JS[]

  constructor(written: readonly string[]) {
    const sources = written.map(foldRegex)
    for (const source of sources) this.set.add(source)
    if (sources.length > 0) this.set.compile()
    this.single = sources.map((source) => RE2JS.compile(source, RE2JS.CASE_INSENSITIVE))
  }

  /** Which of them fit, and where each fits first. */
  find(text: string): { readonly index: number; readonly start: number; readonly end: number }[] {
    if (this.single.length === 0) return []
    const read = text.slice(0, REGEX_READ_LENGTH)
    return this.set.match(read).flatMap((index) => {
      const matcher = this.single[index]?.matcher(read)
      return matcher?.find() ? [{ index, start: matcher.start(), end: matcher.end() }] : []
    })
  }
}
