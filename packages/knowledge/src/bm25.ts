import { type Posting, Postings } from './postings'
import type { ReadableSlots } from './readable-slots'

/** Okapi BM25 (Robertson & Zaragoza 2009) with the usual constants. */
const K1 = 1.2
const B = 0.75

/**
 * In a handful of passages every frequency is an accident, and a word that stands nowhere would weigh twice what a found
 * one does: no collection counts as smaller than this, no word as rarer than one passage.
 */
const LEAST_COUNT = 50

export interface LexicalScores {
  /** Readable slots that hold any term of the query. */
  readonly slots: Int32Array
  /** 0 for all others. */
  readonly of: (slot: number) => number
  /** What a text holding every term of the query very often would score. */
  readonly ceiling: number
}

/** Postings in memory. A slot is a number given by the caller, higher than all before. */
export class LexicalIndex {
  private postings = new Postings()
  private readonly lengths: number[] = []

  /** Bytes taken beside the terms themselves. */
  get size(): number {
    return this.postings.size + 8 * this.lengths.length
  }

  add(slot: number, terms: Iterable<readonly [string, number]>): void {
    let length = 0
    for (const [term, count] of terms) {
      this.postings.add(term, slot, count)
      length += count
    }
    this.lengths[slot] = length
  }

  lengthOf(slot: number): number {
    return this.lengths[slot] ?? 0
  }

  /** Gives the slots other numbers, in the same order; those below zero are forgotten with their words. */
  renumber(numberOf: Int32Array): void {
    this.postings = this.postings.renumbered(numberOf)
    const lengths = this.lengths.splice(0)
    lengths.forEach((length, slot) => {
      if (numberOf[slot]! >= 0) this.lengths[numberOf[slot]!] = length
    })
  }

  /** The words as somebody who may read these slots finds them. */
  within(readable: ReadableSlots): ReadableWords {
    return new ReadableWords(this.postings, this.lengths, readable)
  }
}

/** Each posting is read once, however often it is asked for. */
export class ReadableWords {
  private readonly known = new Map<string, Posting>()

  constructor(
    private readonly postings: Postings,
    private readonly lengths: readonly number[],
    private readonly readable: ReadableSlots,
  ) {}

  /** Inverse document frequency among what is readable. */
  idf(term: string): number {
    const count = Math.max(this.readable.count, LEAST_COUNT)
    const found = Math.max(this.postingOf(term).slots.length, 1)
    return Math.log(1 + (count - found + 0.5) / (found + 0.5))
  }

  /** What a text holding every term very often would score. */
  ceiling(terms: readonly string[]): number {
    return terms.reduce((sum, term) => sum + this.idf(term) * (K1 + 1), 0)
  }

  score(terms: readonly string[]): LexicalScores {
    const scores = new Float64Array(this.readable.flags.length)
    const touched = new Int32Array(this.readable.count)
    let count = 0
    for (const term of terms) count = this.accumulate(term, scores, touched, count)
    return { slots: touched.subarray(0, count), of: (slot) => scores[slot] ?? 0, ceiling: this.ceiling(terms) }
  }

  private accumulate(term: string, scores: Float64Array, touched: Int32Array, touchedCount: number): number {
    const { slots, counts } = this.postingOf(term)
    const weight = this.idf(term) * (K1 + 1)
    const perTerm = (K1 * B) / this.readable.meanLength
    let next = touchedCount
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at]!
      const count = counts[at]!
      if (scores[slot] === 0) touched[next++] = slot
      scores[slot]! += (weight * count) / (count + K1 * (1 - B) + perTerm * this.lengths[slot]!)
    }
    return next
  }

  private postingOf(term: string): Posting {
    const known = this.known.get(term) ?? this.postings.read(term, this.readable.flags)
    this.known.set(term, known)
    return known
  }
}
