/** Okapi BM25 (Robertson & Zaragoza 2009) with the usual constants. */
const K1 = 1.2
const B = 0.75

/**
 * In a handful of passages every frequency is an accident, and a word that stands nowhere would weigh twice what a found
 * one does: no collection counts as smaller than this, no word as rarer than one passage.
 */
const LEAST_COUNT = 50

interface Posting {
  readonly slots: number[]
  readonly counts: number[]
}

/** What the searcher may read, so that unreadable text shifts neither frequencies nor lengths. */
export interface ReadableSlots {
  readonly has: (slot: number) => boolean
  readonly count: number
  /** Mean number of terms of a readable slot. */
  readonly meanLength: number
}

export interface LexicalScores {
  /** Readable slots that hold any term of the query. */
  readonly slots: readonly number[]
  /** 0 for all others. */
  readonly of: (slot: number) => number
  /** What a text holding every term of the query very often would score. */
  readonly ceiling: number
}

/** Postings in memory. A slot is a number given by the caller, used once; removed slots cost nothing but their place. */
export class LexicalIndex {
  private readonly postings = new Map<string, Posting>()
  private readonly lengths: number[] = []

  add(slot: number, terms: Iterable<readonly [string, number]>): void {
    let length = 0
    for (const [term, count] of terms) {
      const posting = this.postings.get(term) ?? { slots: [], counts: [] }
      this.postings.set(term, posting)
      posting.slots.push(slot)
      posting.counts.push(count)
      length += count
    }
    this.lengths[slot] = length
  }

  remove(slot: number, terms: Iterable<readonly [string, number]>): void {
    for (const [term] of terms) {
      const posting = this.postings.get(term)
      const at = posting?.slots.indexOf(slot) ?? -1
      if (!posting || at < 0) continue
      posting.slots.splice(at, 1)
      posting.counts.splice(at, 1)
      if (posting.slots.length === 0) this.postings.delete(term)
    }
    this.lengths[slot] = 0
  }

  lengthOf(slot: number): number {
    return this.lengths[slot] ?? 0
  }

  /** Inverse document frequency among what is readable. */
  idf(term: string, readable: ReadableSlots): number {
    const posting = this.postings.get(term)
    let frequency = 0
    for (const slot of posting?.slots ?? []) if (readable.has(slot)) frequency++
    const count = Math.max(readable.count, LEAST_COUNT)
    const found = Math.max(frequency, 1)
    return Math.log(1 + (count - found + 0.5) / (found + 0.5))
  }

  /** What a text holding every term very often would score. */
  ceiling(terms: readonly string[], readable: ReadableSlots): number {
    return terms.reduce((sum, term) => sum + this.idf(term, readable) * (K1 + 1), 0)
  }

  score(terms: readonly string[], readable: ReadableSlots): LexicalScores {
    const scores = new Float64Array(this.lengths.length)
    const slots: number[] = []
    for (const term of terms) this.accumulate(scores, slots, term, this.idf(term, readable), readable)
    return { slots, of: (slot) => scores[slot] ?? 0, ceiling: this.ceiling(terms, readable) }
  }

  private accumulate(
    scores: Float64Array,
    touched: number[],
    term: string,
    idf: number,
    readable: ReadableSlots,
  ): void {
    const { slots = [], counts = [] } = this.postings.get(term) ?? {}
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at]!
      if (!readable.has(slot)) continue
      const count = counts[at]!
      const norm = K1 * (1 - B + (B * this.lengths[slot]!) / readable.meanLength)
      if (scores[slot] === 0) touched.push(slot)
      scores[slot]! += (idf * count * (K1 + 1)) / (count + norm)
    }
  }
}
