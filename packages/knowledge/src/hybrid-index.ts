import type { Encoder } from '@parley/inference'
import { detectLanguage } from '@parley/text'
import type { Passage, SourceDocument } from './answer-types'
import { LexicalIndex, type ReadableSlots } from './bm25'
import { DenseIndex, type QuantisedVector } from './dense-index'
import {
  buildSegment,
  type DocumentSegment,
  packedCosine,
  SEGMENT_VERSION,
  segmentPassages,
  unpackVectors,
} from './document-segment'
import { fuseScores } from './fuse-scores'
import { type AffinityScale, affinityScale } from './language-centres'
import { type SlotRange, scoreMeaning } from './meaning-scores'
import type { PassageHit, SearchRequest } from './search-types'
import { scoreWords } from './word-scores'

export interface IndexedDocument {
  readonly id: string
  readonly title: string
  readonly plainText: string
  readonly passageCount: number
}

export interface HybridIndex {
  readonly encoder: Encoder | null
  readonly passageCount: number
  /**
   * Takes a document in, or replaces the one with its id. Until its passages are encoded the former version answers.
   *
   * @returns undefined when it was removed or replaced while being read.
   * @throws UnreadableDocumentError when nothing can be read from it; the former version stays.
   */
  addDocument(document: SourceDocument): Promise<IndexedDocument | undefined>
  /** The next search does not find it. False when it was not there. */
  removeDocument(documentId: string): boolean
  getDocument(documentId: string): IndexedDocument | undefined
  /** What {@link importDocument} takes. */
  exportDocument(documentId: string): DocumentSegment | undefined
  /**
   * Puts a stored document back without reading it anew.
   *
   * @returns false when the segment was made by another version or encoder: the document must be added anew.
   * @throws RangeError when its vectors are not whole.
   */
  importDocument(segment: DocumentSegment): boolean
  search(request: SearchRequest): Promise<PassageHit[]>
  /** How rare each term of the question is among what may be read (inverse document frequency). */
  weighTerms(terms: readonly string[], mayRead: (documentId: string) => boolean): number[]
}

interface Entry {
  readonly segment: DocumentSegment
  readonly firstSlot: number
  readonly termCount: number
  /** Of each passage, where its units' vectors begin. */
  readonly firstUnits: readonly number[]
}

/** Candidates taken from each side before fusing. */
const POOL = 100
/** Empty slots that are not worth the work of moving documents. */
const SPARE_SLOTS = 1_000

/** An empty index. Without an encoder it searches by words alone. */
export function createHybridIndex({ encoder }: { readonly encoder: Encoder | null }): HybridIndex {
  return new MemoryIndex(encoder)
}

class MemoryIndex implements HybridIndex {
  private readonly entries = new Map<string, Entry>()
  private readonly slots: (Passage | undefined)[] = []
  private readonly lexical = new LexicalIndex()
  private readonly dense: DenseIndex | null
  /** The latest act on each document under way, so that a slow reading never undoes a later one. */
  private readonly latest = new Map<string, symbol>()
  passageCount = 0

  constructor(readonly encoder: Encoder | null) {
    this.dense = encoder && new DenseIndex(encoder.hiddenSize)
  }

  async addDocument(document: SourceDocument): Promise<IndexedDocument | undefined> {
    const act = Symbol(document.id)
    this.latest.set(document.id, act)
    try {
      const segment = await buildSegment(document, this.encoder)
      if (this.latest.get(document.id) !== act) return undefined
      this.put(segment)
      return this.getDocument(document.id)
    } finally {
      if (this.latest.get(document.id) === act) this.latest.delete(document.id)
    }
  }

  removeDocument(documentId: string): boolean {
    this.latest.delete(documentId)
    const entry = this.entries.get(documentId)
    if (!entry) return false
    this.entries.delete(documentId)
    entry.segment.passages.forEach((passage, at) => {
      this.lexical.remove(entry.firstSlot + at, passage.terms)
      this.dense?.remove(entry.firstSlot + at)
      this.slots[entry.firstSlot + at] = undefined
    })
    this.passageCount -= entry.segment.passages.length
    return true
  }

  getDocument(documentId: string): IndexedDocument | undefined {
    const segment = this.entries.get(documentId)?.segment
    if (!segment) return undefined
    const { title, plainText, passages } = segment
    return { id: documentId, title, plainText, passageCount: passages.length }
  }

  exportDocument(documentId: string): DocumentSegment | undefined {
    return this.entries.get(documentId)?.segment
  }

  importDocument(segment: DocumentSegment): boolean {
    if (segment.version !== SEGMENT_VERSION || segment.encoderId !== (this.encoder?.id ?? null)) return false
    this.latest.delete(segment.documentId)
    this.put(segment)
    return true
  }

  async search(request: SearchRequest): Promise<PassageHit[]> {
    const mode = this.encoder ? (request.mode ?? 'hybrid') : 'lexical'
    const vector = mode === 'lexical' ? null : await this.encodeQuestion(request.text)
    const readable = this.readableSlots(request.mayRead)
    const language = detectLanguage(request.text)
    const asked = { text: mode === 'dense' ? '' : request.text, language }
    const words = scoreWords(this.lexical, asked, readable, (slot) => this.slots[slot]!.language)
    const meaning = scoreMeaning(this.dense, vector, this.slots, readable.ranges)
    const pool = [...new Set([...best(words.slots, words.of), ...best(meaning.slots, meaning.contrastOf)])]
    const scores = pool.map((slot) => ({ lexical: words.of(slot), dense: meaning.of(slot).contrast ?? undefined }))
    const fusion = {
      lexicalWeight: mode === 'dense' ? 0 : (request.lexicalWeight ?? 0.5),
      lexicalCeiling: words.ceiling,
    }
    const fused = fuseScores(scores, fusion)
    const scale = vector && this.encoder ? affinityScale(this.encoder.id, vector, language) : null
    const lexicalShare = (slot: number) => words.of(slot) / (words.ceiling || 1)
    return pool
      .map((slot, at) => ({ slot, score: fused[at]!, passage: this.slots[slot]! }))
      .filter(({ passage }) => request.mayRead(passage.documentId))
      .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1))
      .slice(0, request.limit ?? 10)
      .map(({ slot, score }) => this.hit(slot, { score, lexical: lexicalShare(slot), ...meaning.of(slot) }, scale))
  }

  weighTerms(terms: readonly string[], mayRead: (documentId: string) => boolean): number[] {
    const readable = this.readableSlots(mayRead)
    return terms.map((term) => this.lexical.idf(term, readable))
  }

  private put(segment: DocumentSegment): void {
    const passages = segmentPassages(segment)
    const vectors = this.vectorsOf(segment)
    this.removeDocument(segment.documentId)
    if (this.slots.length > 2 * this.passageCount + SPARE_SLOTS) this.compact()
    this.append(segment, passages, vectors)
  }

  private append(segment: DocumentSegment, passages: readonly Passage[], vectors: readonly QuantisedVector[]): void {
    const firstSlot = this.slots.length
    let termCount = 0
    passages.forEach((passage, at) => {
      this.slots.push(passage)
      this.lexical.add(firstSlot + at, segment.passages[at]!.terms)
      termCount += this.lexical.lengthOf(firstSlot + at)
      if (this.dense) this.dense.set(firstSlot + at, vectors[at]!)
    })
    this.entries.set(segment.documentId, { segment, firstSlot, termCount, firstUnits: firstUnitsOf(segment) })
    this.passageCount += passages.length
  }

  /** Slots are never used twice; where most are empty, the documents move together. */
  private compact(): void {
    const segments = [...this.entries.values()].map((entry) => entry.segment)
    for (const segment of segments) this.removeDocument(segment.documentId)
    this.slots.length = 0
    for (const segment of segments) this.append(segment, segmentPassages(segment), this.vectorsOf(segment))
  }

  private vectorsOf(segment: DocumentSegment): QuantisedVector[] {
    if (!this.dense) return []
    const count = segment.passages.reduce((sum, passage) => sum + 1 + passage.units.length, 0)
    return unpackVectors(segment.vectors, count, this.dense.dimensions)
  }

  private async encodeQuestion(text: string): Promise<Float32Array | null> {
    const [encoding] = (await this.encoder?.encode([text], { purpose: 'query' })) ?? []
    return encoding?.sentence ?? null
  }

  private readableSlots(mayRead: (documentId: string) => boolean): ReadableSlots & { readonly ranges: SlotRange[] } {
    const flags = new Uint8Array(this.slots.length)
    const ranges: SlotRange[] = []
    let count = 0
    let termCount = 0
    for (const { segment, firstSlot: first, termCount: terms } of this.entries.values()) {
      if (!mayRead(segment.documentId)) continue
      const end = first + segment.passages.length
      flags.fill(1, first, end)
      ranges.push({ first, end })
      count += end - first
      termCount += terms
    }
    return { has: (slot) => flags[slot] === 1, count, meanLength: termCount / (count || 1) || 1, ranges }
  }

  private hit(
    slot: number,
    scores: Pick<PassageHit, 'score' | 'lexical' | 'dense' | 'contrast'>,
    scale: AffinityScale | null,
  ): PassageHit {
    const passage = this.slots[slot]!
    const { segment, firstUnits } = this.entries.get(passage.documentId)!
    const { units, terms } = segment.passages[passage.ordinal]!
    const first = firstUnits[passage.ordinal]!
    const dotAt = (at: number) => (other: Float32Array) => packedCosine(segment.vectors, at, other)
    const affinityAt = (at: number) => scale!.affinity(dotAt(at), passage.language)
    const unitCosines = scale ? units.map((_, at) => dotAt(first + at)(scale.question)) : []
    const unitAffinities = scale ? units.map((_, at) => affinityAt(first + at)) : []
    const affinity = scale ? affinityAt(passage.ordinal) : null
    const { title, places = [] } = segment
    return { passage, title, places, units, unitCosines, unitAffinities, affinity, terms, ...scores }
  }
}

function firstUnitsOf(segment: DocumentSegment): number[] {
  let next = segment.passages.length
  return segment.passages.map(({ units }) => {
    const first = next
    next += units.length
    return first
  })
}

/** The best slots by score, best first. Only those near the top are put in order. */
function best(slots: readonly number[], scoreOf: (slot: number) => number): number[] {
  const scores = Float64Array.from(slots, scoreOf).sort()
  const least = scores[Math.max(0, scores.length - POOL)] ?? 0
  const top = slots.filter((slot) => scoreOf(slot) >= least)
  return top.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b).slice(0, POOL)
}
