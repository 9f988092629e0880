import { InferenceSession, Tensor } from 'onnxruntime-node'
import { writeOnnxModel } from './onnx-model'

/** A vector in 8 bits: value ≈ scale × integer. */
export interface QuantisedVector {
  /** −127 … 127. */
  readonly values: Int8Array
  readonly scale: number
}

export interface ScoredIndex {
  /** In the order of addition, from 0. */
  readonly index: number
  /** The dot product, so for unit vectors the cosine; off by about 0.001 through quantisation. */
  readonly score: number
}

export interface VectorScorer {
  readonly dimensions: number
  readonly count: number
  /** Returns the vector's index. */
  add(vector: QuantisedVector): number
  /**
   * The `limit` best of all vectors for which `accepts` is true, best first. Exhaustive; the event loop is free
   * between blocks of 8,192 vectors.
   */
  search(query: Float32Array, limit: number, accepts?: (index: number) => boolean): Promise<ScoredIndex[]>
  close(): Promise<void>
}

const BLOCK_VECTORS = 8192
/** 7 bits: on processors without VNNI, pairs of products of 8 × 8 bits overflow the kernel's 16-bit sums. */
const QUERY_LEVELS = 63
const QUERY_ZERO = 64

/** Quantises with the vector's own scale, so that small components keep their precision. */
export function quantiseVector(vector: Float32Array): QuantisedVector {
  const scale = largestMagnitude(vector) / 127
  return { values: Int8Array.from(vector, (value) => (scale === 0 ? 0 : Math.round(value / scale))), scale }
}

/** Dot products of one query with many 8-bit vectors held in memory, 1 byte a number. */
export async function createVectorScorer(dimensions: number): Promise<VectorScorer> {
  // One thread: a pool would spin on the server's cores, and a block takes a fraction of a millisecond.
  const session = await InferenceSession.create(scoringModel(dimensions), { intraOpNumThreads: 1 })
  const blocks: VectorBlock[] = []
  let count = 0
  return {
    dimensions,
    get count() {
      return count
    },
    add: (vector) => {
      requireLength(vector.values, dimensions)
      const place = count % BLOCK_VECTORS
      if (place === 0) blocks.push(createBlock(dimensions))
      fill(blocks.at(-1)!, place, vector)
      return count++
    },
    search: async (query, limit, accepts = () => true) => {
      requireLength(query, dimensions)
      const best = new BestScores(limit)
      const quantised = quantiseQuery(query)
      const known = count
      for (const [number, block] of [...blocks].entries()) {
        const products = await multiply(session, quantised, block)
        const first = number * BLOCK_VECTORS
        const range = { first, length: Math.min(known - first, BLOCK_VECTORS) }
        offerAll(best, products, block.scales, quantised.scale, range, accepts)
      }
      return best.sorted()
    },
    close: () => session.release(),
  }
}

/** Vectors as columns, the layout in which one row times a matrix is fastest; unused columns are zero. */
interface VectorBlock {
  readonly tensor: Tensor
  readonly values: Int8Array
  readonly scales: Float32Array
}

function createBlock(dimensions: number): VectorBlock {
  const values = new Int8Array(dimensions * BLOCK_VECTORS)
  const tensor = new Tensor('int8', values, [dimensions, BLOCK_VECTORS])
  return { tensor, values, scales: new Float32Array(BLOCK_VECTORS) }
}

function fill(block: VectorBlock, place: number, { values, scale }: QuantisedVector): void {
  block.scales[place] = scale
  for (let dimension = 0; dimension < values.length; dimension++) {
    block.values[dimension * BLOCK_VECTORS + place] = values[dimension]!
  }
}

interface QuantisedQuery {
  readonly tensor: Tensor
  readonly scale: number
}

function quantiseQuery(query: Float32Array): QuantisedQuery {
  const scale = largestMagnitude(query) / QUERY_LEVELS
  const levels = Uint8Array.from(query, (value) => QUERY_ZERO + (scale === 0 ? 0 : Math.round(value / scale)))
  return { tensor: new Tensor('uint8', levels, [1, query.length]), scale }
}

async function multiply(session: InferenceSession, query: QuantisedQuery, block: VectorBlock): Promise<Int32Array> {
  const { products } = await session.run({ query: query.tensor, vectors: block.tensor })
  if (!(products?.data instanceof Int32Array)) throw new TypeError('the products are not 32-bit integers')
  return products.data
}

/** A plain loop without a call a vector: this runs a million times a search in a large collection. */
function offerAll(
  best: BestScores,
  products: Int32Array,
  scales: Float32Array,
  queryScale: number,
  range: { readonly first: number; readonly length: number },
  accepts: (index: number) => boolean,
): void {
  let threshold = best.threshold
  for (let place = 0; place < range.length; place++) {
    const score = products[place]! * scales[place]! * queryScale
    if (score <= threshold || !accepts(range.first + place)) continue
    best.offer({ index: range.first + place, score })
    threshold = best.threshold
  }
}

/** The best so many, kept in falling order. */
class BestScores {
  private readonly kept: ScoredIndex[] = []
  constructor(private readonly limit: number) {}

  get threshold(): number {
    if (this.limit <= 0) return Number.POSITIVE_INFINITY
    return this.kept.length < this.limit ? Number.NEGATIVE_INFINITY : this.kept.at(-1)!.score
  }

  offer(scored: ScoredIndex): void {
    let place = this.kept.length
    while (place > 0 && this.kept[place - 1]!.score < scored.score) place--
    this.kept.splice(place, 0, scored)
    if (this.kept.length > this.limit) this.kept.pop()
  }

  sorted(): ScoredIndex[] {
    return this.kept
  }
}

const largestMagnitude = (vector: Float32Array): number =>
  vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)

function requireLength(vector: ArrayLike<number>, dimensions: number): void {
  if (vector.length !== dimensions) throw new RangeError(`${vector.length} numbers where ${dimensions} are needed`)
}

function scoringModel(dimensions: number): Uint8Array {
  return writeOnnxModel({
    name: 'scores',
    nodes: [{ operator: 'MatMulInteger', inputs: ['query', 'vectors', 'queryZero'], outputs: ['products'] }],
    inputs: [
      { name: 'query', type: 'uint8', shape: [1, dimensions] },
      { name: 'vectors', type: 'int8', shape: [dimensions, BLOCK_VECTORS] },
    ],
    outputs: [{ name: 'products', type: 'int32', shape: [1, BLOCK_VECTORS] }],
    tensors: [{ name: 'queryZero', type: 'uint8', shape: [], data: Uint8Array.of(QUERY_ZERO) }],
  })
}
