import type { Encoder } from '@parley/inference'
import { detectLanguage, type Language } from '@parley/text'
import type { Passage, SourceDocument } from './answer-types'
import { LexicalIndex } from './bm25'
import { DenseIndex } from './dense-index'
import { buildSegment, type DocumentSegment, passageVectors, SEGMENT_VERSION } from './document-segment'
import { fuseScores, USUAL_LEXICAL_WEIGHT } from './fuse-scores'
import { type AffinityScale, affinityScale } from './language-centres'
import { scoreMeaning } from './meaning-scores'
import { type OpenIndex, openPassages } from './open-passages'
import { PackedDocument } from './packed-document'
import { isSameVector, type QuantisedVector } from './quantised-vector'
import { type ReadableSlots, type ReadableStretch, readableSlots } from './readable-slots'
import type { FoundPassage, SearchRequest, SearchResult } from './search-types'
import { type UnitVectors, vectorsInMemory } from './unit-vectors'
import { vectorCode } from './vector-code'
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
  /** Bytes taken beside the documents' texts and the terms themselves. */
  readonly size: number
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
  /** In order; none of a document that is not there. */
  passagesOf(documentId: string): Passage[]
  /**
   * Puts a stored document back without reading it anew.
   *
   * @returns false when the segment was made by another version or encoder: the document must be added anew.
   * @throws RangeError when its vectors are not whole.
   */
  importDocument(segment: DocumentSegment): boolean
  search(request: SearchRequest): Promise<SearchResult>
}

export interface HybridIndexOptions {
  /** Without one the index searches by words alone. */
  readonly encoder: Encoder | null
  /** Where the vectors of units are kept. Default: in memory, some two kilobytes a passage. */
  readonly unitVectors?: UnitVectors
}

interface Entry {
  readonly document: PackedDocument
  firstSlot: number
  readonly termCount: number
}

/** Candidates taken from each side before fusing. */
const POOL = 100
/** Empty slots that are not worth the work of moving documents. */
const SPARE_SLOTS = 1_000

/** An empty index. */
export function createHybridIndex({ encoder, unitVectors }: HybridIndexOptions): HybridIndex {
  return new MemoryIndex(encoder, unitVectors ?? vectorsInMemory())
}

class MemoryIndex implements HybridIndex, OpenIndex {
  /** In the order of their slots. */
  private readonly entries = new Map<string, Entry>()
  /** The document of every slot; undefined where it is gone. */
  private readonly owners: (Entry | undefined)[] = []
  private readonly languages: Language[] = []
  private readonly lexical = new LexicalIndex()
  private readonly dense: DenseIndex | null
  /** The latest act on each document under way, so that a slow reading never undoes a later one. */
  private readonly latest = new Map<string, symbol>()
  /** What each reader may read, as long as nothing comes or goes: going through all documents costs more than a search by words. */
  private readable = new WeakMap<SearchRequest['mayRead'], ReadableSlots>()
  passageCount = 0

  constructor(
    readonly encoder: Encoder | null,
    private readonly unitVectors: UnitVectors,
  ) {
    this.dense = encoder && new DenseIndex(encoder.hiddenSize, vectorCode(encoder.id, encoder.hiddenSize))
  }

  get size(): number {
    const ofDocuments = [...this.entries.values()].reduce((sum, { document }) => sum + document.size, 0)
    const ofSlots = 2 * 8 * this.owners.length
    return ofDocuments + ofSlots + this.lexical.size + (this.dense?.size ?? 0) + this.unitVectors.size
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
    const { document, firstSlot } = entry
    this.entries.delete(documentId)
    this.readable = new WeakMap()
    this.unitVectors.forget(documentId)
    for (let slot = firstSlot; slot < firstSlot + document.passageCount; slot++) {
      this.dense?.remove(slot)
      this.owners[slot] = undefined
    }
    this.passageCount -= document.passageCount
    return true
  }

  getDocument(documentId: string): IndexedDocument | undefined {
    return this.entries.get(documentId)?.document
  }

  passagesOf(documentId: string): Passage[] {
    const document = this.entries.get(documentId)?.document
    return Array.from({ length: document?.passageCount ?? 0 }, (_, ordinal) => document!.passage(ordinal))
  }

  importDocument(segment: DocumentSegment): boolean {
    if (segment.version !== SEGMENT_VERSION || segment.encoderId !== (this.encoder?.id ?? null)) return false
    this.latest.delete(segment.documentId)
    this.put(segment)
    return true
  }

  async search(request: SearchRequest): Promise<SearchResult> {
    const mode = this.encoder ? (request.mode ?? 'hybrid') : 'lexical'
    const vector = mode === 'lexical' ? null : await this.encodeQuestion(request.text)
    const readable = this.readableTo(request.mayRead)
    const language = detectLanguage(request.text)
    const asked = { text: mode === 'dense' ? '' : request.text, language }
    const readableWords = this.lexical.within(readable)
    const words = scoreWords(readableWords, asked, this.languages)
    const meaning = scoreMeaning(this.dense, vector, this.languages, readable.ranges)
    const pool = [...new Set([...words.best(POOL), ...meaning.best(POOL)])]
    const scores = pool.map((slot) => ({ lexical: words.of(slot), dense: meaning.of(slot).contrast ?? undefined }))
    const trusted = scores.map((score, at) => ({ ...score, trust: words.trust(pool[at]!) }))
    const weightOf = mode === 'dense' ? () => 0 : (request.lexicalWeight ?? (() => USUAL_LEXICAL_WEIGHT))
    const lexicalWeight = pool.map((slot) => weightOf(this.owners[slot]!.document.id))
    const fusion = { lexicalWeight, lexicalCeiling: words.ceiling }
    const [fused, order] = [fuseScores(scores, fusion), fuseScores(trusted, fusion)]
    const scale = vector && this.encoder ? affinityScale(this.encoder.id, vector, language) : null
    const found = pool
      .map((slot, at) => ({ slot, ...this.placeOf(slot), score: fused[at]!, order: order[at]! }))
      .filter(({ passage }) => request.mayRead(passage.documentId))
      .sort((a, b) => b.order - a.order || (a.passage.id < b.passage.id ? -1 : 1))
      .slice(0, request.limit ?? 10)
      .map(({ slot, order: _, ...placed }): FoundPassage => {
        const lexical = words.of(slot) / (words.ceiling || 1)
        return {
          ...placed,
          lexical,
          trust: words.trust(slot),
          ...meaning.of(slot),
          affinity: this.affinityOf(slot, scale),
        }
      })
    const meter = scale && this.dense && { scale, code: this.dense.code }
    return {
      found,
      open: (chosen) => openPassages(chosen, this, this.unitVectors, meter),
      weigh: (terms) => terms.map((term) => readableWords.idf(term)),
    }
  }

  documentOf(documentId: string): PackedDocument | undefined {
    return this.entries.get(documentId)?.document
  }

  isVectorOf({ documentId, ordinal }: Passage, vector: QuantisedVector): boolean {
    const entry = this.entries.get(documentId)
    return entry !== undefined && this.dense !== null && isSameVector(this.dense.at(entry.firstSlot + ordinal), vector)
  }

  private put(segment: DocumentSegment): void {
    const document = new PackedDocument(segment)
    const vectors = this.dense ? passageVectors(segment, this.dense.dimensions) : []
    this.removeDocument(segment.documentId)
    if (this.owners.length > 2 * this.passageCount + SPARE_SLOTS) this.compact()
    const firstSlot = this.owners.length
    let termCount = 0
    segment.passages.forEach(({ terms, language }, at) => {
      this.languages.push(language)
      this.lexical.add(firstSlot + at, terms)
      termCount += this.lexical.lengthOf(firstSlot + at)
      if (this.dense) this.dense.set(firstSlot + at, vectors[at]!)
    })
    const entry = { document, firstSlot, termCount }
    for (let at = 0; at < document.passageCount; at++) this.owners.push(entry)
    this.entries.set(document.id, entry)
    this.readable = new WeakMap()
    this.unitVectors.keep(segment)
    this.passageCount += document.passageCount
  }

  /** Slots are never used twice; where most are empty, those that are not move together. */
  private compact(): void {
    const numberOf = new Int32Array(this.owners.length).fill(-1)
    let next = 0
    this.owners.forEach((owner, slot) => {
      if (!owner) return
      numberOf[slot] = next
      if (next !== slot) this.dense?.move(slot, next)
      this.languages[next] = this.languages[slot]!
      this.owners[next++] = owner
    })
    this.owners.length = next
    this.languages.length = next
    this.lexical.renumber(numberOf)
    for (const entry of this.entries.values()) entry.firstSlot = numberOf[entry.firstSlot]!
  }

  private async encodeQuestion(text: string): Promise<Float32Array | null> {
    const [encoding] = (await this.encoder?.encode([text], { purpose: 'query' })) ?? []
    return encoding?.sentence ?? null
  }

  private readableTo(mayRead: SearchRequest['mayRead']): ReadableSlots {
    const known = this.readable.get(mayRead) ?? this.slotsOf(mayRead)
    this.readable.set(mayRead, known)
    return known
  }

  private slotsOf(mayRead: SearchRequest['mayRead']): ReadableSlots {
    const stretches: ReadableStretch[] = []
    for (const { document, firstSlot: first, termCount } of this.entries.values()) {
      if (mayRead(document.id)) stretches.push({ first, end: first + document.passageCount, termCount })
    }
    return readableSlots(this.owners.length, stretches)
  }

  private placeOf(slot: number): Pick<FoundPassage, 'passage' | 'title'> {
    const { document, firstSlot } = this.owners[slot]!
    return { passage: document.passage(slot - firstSlot), title: document.title }
  }

  private affinityOf(slot: number, scale: AffinityScale | null): number | null {
    if (!scale || !this.dense) return null
    const { dense } = this
    return scale.affinity((other) => dense.dot(slot, other), this.languages[slot]!)
  }
}
