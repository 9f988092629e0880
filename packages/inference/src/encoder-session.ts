import { availableParallelism } from 'node:os'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { POOLED_LAYERS, statesAfter } from './encoder-graph'

/** One padded batch through the transformer: data in, data out. */
export interface BatchStates {
  /** For each row the mean states of the pooled layers, end to end: of the whole row, then of each of its parts. */
  readonly pooled: readonly (readonly Float32Array[])[]
  /** For each row the last layer's token states, padding excluded, end to end; present when asked for. */
  readonly tokens?: readonly Float32Array[]
}

/** The tokens of one text. */
export interface BatchRow {
  readonly ids: Int32Array
  /** Places in `ids` of the tokens of each part that has a mean of its own. */
  readonly parts: readonly (readonly number[])[]
}

export interface EncoderSession {
  readonly hiddenSize: number
  run(rows: readonly BatchRow[], wantsTokens: boolean): Promise<BatchStates>
  close(): Promise<void>
}

const LAST_LAYER_STATES = statesAfter(12)
/** More threads gain little on short messages and take the server's cores. */
const MAX_THREADS = 2

export async function openEncoderSession(graphPath: string, hiddenSize: number): Promise<EncoderSession> {
  const session = await InferenceSession.create(graphPath, sessionOptions())
  return {
    hiddenSize,
    run: async (rows, wantsTokens) => {
      const outputs = wantsTokens ? ['pooled', LAST_LAYER_STATES] : ['pooled']
      return readOutputs(rows, hiddenSize, await session.run(padBatch(rows), outputs))
    },
    close: () => session.release(),
  }
}

export const sessionOptions = (): InferenceSession.SessionOptions => ({
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  intraOpNumThreads: Math.max(1, Math.min(availableParallelism(), MAX_THREADS)),
  interOpNumThreads: 1,
  // Threads that wait busily take the cores from the server: on a busy machine they doubled the latency.
  extra: { session: { intra_op: { allow_spinning: '0' } } },
  // Errors only: warnings about optimisations mean nothing to an administrator.
  logSeverityLevel: 3,
})

/** Padding is token 0 with no attention to it and no weight in the mean: any valid id would do. */
export function padBatch(rows: readonly BatchRow[]): InferenceSession.FeedsType {
  const longest = rows.reduce((length, { ids }) => Math.max(length, ids.length), 0)
  const means = meansOf(rows)
  const ids = new BigInt64Array(rows.length * longest)
  const pooling = new Float32Array(rows.length * means * longest)
  rows.forEach((row, index) => {
    row.ids.forEach((id, place) => {
      ids[index * longest + place] = BigInt(id)
    })
    const start = index * means * longest
    pooling.fill(1 / row.ids.length, start, start + row.ids.length)
    row.parts.forEach((places, part) => {
      for (const place of places) pooling[start + (part + 1) * longest + place] = 1 / places.length
    })
  })
  return {
    ids: new Tensor('int64', ids, [rows.length, longest]),
    lengths: new Tensor(
      'int32',
      Int32Array.from(rows, ({ ids }) => ids.length),
      [rows.length],
    ),
    pooling: new Tensor('float32', pooling, [rows.length, means, longest]),
  }
}

/** How many means a row of the batch has at most: its own, and one a part. */
const meansOf = (rows: readonly BatchRow[]): number =>
  rows.reduce((most, { parts }) => Math.max(most, 1 + parts.length), 1)

function readOutputs(
  rows: readonly BatchRow[],
  hiddenSize: number,
  outputs: InferenceSession.OnnxValueMapType,
): BatchStates {
  const means = meansOf(rows)
  const pooledData = floatData(outputs.pooled)
  const pooled = rows.map(({ parts }, row) =>
    [undefined, ...parts].map((_, mean) => {
      const layers = new Float32Array(POOLED_LAYERS.length * hiddenSize)
      for (let layer = 0; layer < POOLED_LAYERS.length; layer++) {
        const start = ((row * POOLED_LAYERS.length + layer) * means + mean) * hiddenSize
        layers.set(pooledData.subarray(start, start + hiddenSize), layer * hiddenSize)
      }
      return layers
    }),
  )
  const states = outputs[LAST_LAYER_STATES]
  if (states === undefined) return { pooled }
  const [data, rowSize] = [floatData(states), states.dims[1]! * hiddenSize]
  const tokens = rows.map(({ ids }, index) => data.slice(index * rowSize, index * rowSize + ids.length * hiddenSize))
  return { pooled, tokens }
}

export function floatData(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new TypeError('the graph gave no 32-bit floats')
  return tensor.data
}
