import type { TextSpan } from '../understanding'
import { type FoldedText, foldPattern } from './fold-text'
import { RegexSet } from './regex-set'
import type { TextPattern } from './rule'
import { TermFinder } from './term-finder'
import { anchorOf, findWildcard } from './wildcard'

/** What patterns were found in a message, and where first; and the terms of dictionaries, each wherever it stands. */
export interface Found {
  readonly patterns: ReadonlyMap<TextPattern, TextSpan>
  /** By their number among the terms. */
  readonly terms: readonly (TextSpan & { readonly term: number })[]
}

/** Finds all patterns and all terms of a set of rules together, so that many cost little more than one. */
export class PatternFinder {
  private readonly literals: TermFinder
  private readonly regexes: RegexSet
  /** What the expressions of the set are. */
  private readonly regexPatterns: readonly TextPattern[]
  private readonly wildcards: ReadonlyMap<number, string>

  /** Terms stand behind the patterns in what literals are looked for: a term's number is its place less their count. */
  constructor(
    private readonly patterns: readonly TextPattern[],
    terms: readonly string[],
  ) {
    this.regexPatterns = patterns.filter(({ how }) => how === 'regex')
    this.regexes = new RegexSet(this.regexPatterns.map(({ text }) => text))
    this.wildcards = new Map(
      patterns.flatMap(({ how, text }, index) => (how === 'wildcard' ? [[index, foldPattern(text)] as const] : [])),
    )
    const literals = [...patterns.map(literalOf), ...terms.map(foldPattern)]
    this.literals = new TermFinder(literals, new Set(this.wildcards.keys()))
  }

  find(folded: FoldedText): Found {
    const patterns = new Map<TextPattern, TextSpan>()
    const terms: (TextSpan & { term: number })[] = []
    // A wildcard pattern is looked for in all of the text: where it does not fit at one hit it does not at the next.
    const tried = new Set<TextPattern>()
    for (const { term, start, end } of this.literals.find(folded.text)) {
      const pattern = this.patterns[term]
      if (!pattern) terms.push({ ...folded.spanOf(start, end), term: term - this.patterns.length })
      else if (!tried.has(pattern)) this.addPattern(patterns, term, folded, { start, end })
      if (pattern) tried.add(pattern)
    }
    for (const { index, start, end } of this.regexes.find(folded.text)) {
      patterns.set(this.regexPatterns[index] as TextPattern, folded.spanOf(start, end))
    }
    return { patterns, terms }
  }

  /** A wildcard pattern is looked for once its longest piece was found. */
  private addPattern(patterns: Map<TextPattern, TextSpan>, at: number, folded: FoldedText, literal: TextSpan): void {
    const wildcard = this.wildcards.get(at)
    const found = wildcard === undefined ? literal : findWildcard(wildcard, folded.text)
    if (found) patterns.set(this.patterns[at] as TextPattern, folded.spanOf(found.start, found.end))
  }
}

function literalOf({ how, text }: TextPattern): string {
  if (how === 'regex') return ''
  return how === 'wildcard' ? anchorOf(foldPattern(text)) : foldPattern(text)
}
