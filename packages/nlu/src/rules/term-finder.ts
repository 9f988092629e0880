/** Where a term stands: half-open, in units of the text. */
export interface TermHit {
  readonly term: number
  readonly start: number
  readonly end: number
}

const UNITS = 65_536

/**
 * Finds thousands of terms in one pass over a text (Aho & Corasick 1975): a trie with one map for all its edges, links to the
 * longest proper suffix that is in it, and links to the next shorter term that ends at the same place.
 */
export class TermFinder {
  private readonly edges = new Map<number, number>()
  private readonly suffix: number[] = [0]
  /** Terms that end here; and the nearest suffix at which some end, or 0. */
  private readonly ending: (number[] | undefined)[] = [undefined]
  private readonly shorter: number[] = [0]

  /**
   * @param terms as the text is folded; empty ones are never found.
   * @param fragments of these, those that may cut a word.
   */
  constructor(
    private readonly terms: readonly string[],
    private readonly fragments: ReadonlySet<number> = new Set(),
  ) {
    terms.forEach((term, index) => {
      this.insert(term, index)
    })
    this.link()
  }

  find(text: string): TermHit[] {
    const hits: TermHit[] = []
    let node = 0
    for (let at = 0; at < text.length; at++) {
      node = this.step(node, text.charCodeAt(at))
      for (let end = this.ending[node] ? node : this.shorter[node]; end; end = this.shorter[end]) {
        for (const term of this.ending[end] ?? []) this.addHit(hits, text, term, at + 1)
      }
    }
    return hits
  }

  private addHit(hits: TermHit[], text: string, term: number, end: number): void {
    const start = end - (this.terms[term]?.length ?? 0)
    const isWhole = this.fragments.has(term) || !(cutsWord(text, start) || cutsWord(text, end))
    if (isWhole) hits.push({ term, start, end })
  }

  private insert(term: string, index: number): void {
    let node = 0
    for (let at = 0; at < term.length; at++) node = this.child(node, term.charCodeAt(at))
    if (node > 0) this.ending[node] = [...(this.ending[node] ?? []), index]
  }

  private child(node: number, unit: number): number {
    const known = this.edges.get(node * UNITS + unit)
    if (known !== undefined) return known
    const made = this.suffix.push(0) - 1
    this.ending.push(undefined)
    this.shorter.push(0)
    this.edges.set(node * UNITS + unit, made)
    return made
  }

  /** Breadth first: a link leads to a node that is less deep, and so is linked already. */
  private link(): void {
    const edges = this.edgesByNode()
    for (let layer = [0]; layer.length > 0; ) {
      layer = layer.flatMap((node) => (edges.get(node) ?? []).map(([unit, child]) => this.linkChild(node, unit, child)))
    }
  }

  private linkChild(node: number, unit: number, child: number): number {
    const suffix = node === 0 ? 0 : this.step(this.suffix[node] ?? 0, unit)
    this.suffix[child] = suffix
    this.shorter[child] = this.ending[suffix] ? suffix : (this.shorter[suffix] ?? 0)
    return child
  }

  private edgesByNode(): Map<number, [unit: number, child: number][]> {
    const byNode = new Map<number, [number, number][]>()
    for (const [edge, child] of this.edges) {
      const node = Math.floor(edge / UNITS)
      const known = byNode.get(node)
      if (known) known.push([edge % UNITS, child])
      else byNode.set(node, [[edge % UNITS, child]])
    }
    return byNode
  }

  private step(from: number, unit: number): number {
    for (let node = from; ; node = this.suffix[node] ?? 0) {
      const next = this.edges.get(node * UNITS + unit)
      if (next !== undefined) return next
      if (node === 0) return 0
    }
  }
}

const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u

/** Words of scripts that put blanks between them are found whole only. */
export const cutsWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && WORD.test(text[at - 1] as string) && WORD.test(text[at] as string)
