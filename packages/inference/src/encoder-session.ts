import { availableParallelism } from 'node:os'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { POOLED_LAYERS, statesAfter } from './encoder-graph'

/** One padded batch through the transformer: data in, data out. */
export interface BatchStates {
  /** For each row the mean states of the pooled layers, end to end. */
  readonly pooled: readonly Float32Array[]
  /** For each row the last layer's token states, padding excluded, end to end; present when asked for. */
  readonly tokens?: readonly Float32Array[]
}

export interface EncoderSession {
  readonly hiddenSize: number
  run(rows: readonly Int32Array[], wantsTokens: boolean): Promise<BatchStates>
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
export function padBatch(rows: readonly Int32Array[]): InferenceSession.FeedsType {
  const longest = rows.reduce((length, row) => Math.max(length, row.length), 0)
  const ids = new BigInt64Array(rows.length * longest)
  const pooling = new Float32Array(rows.length * longest)
  rows.forEach((row, index) => {
    const start = index * longest
    row.forEach((id, place) => {
      ids[start + place] = BigInt(id)
    })
    pooling.fill(1 / row.length, start, start + row.length)
  })
  return {
    ids: new Tensor('int64', ids, [rows.length, longest]),
    lengths: new Tensor(
      'int32',
      Int32Array.from(rows, (row) => row.length),
      [rows.length],
    ),
    pooling: new Tensor('float32', pooling, [rows.length, 1, longest]),
  }
}

function readOutputs(
  rows: readonly Int32Array[],
  hiddenSize: number,
  outputs: InferenceSession.OnnxValueMapType,
): BatchStates {
  const pooledSize = POOLED_LAYERS.length * hiddenSize
  const pooledData = floatData(outputs.pooled)
  const pooled = rows.map((_, index) => pooledData.slice(index * pooledSize, (index + 1) * pooledSize))
  const states = outputs[LAST_LAYER_STATES]
  if (states === undefined) return { pooled }
  const [data, rowSize] = [floatData(states), states.dims[1]! * hiddenSize]
  const tokens = rows.map((row, index) => data.slice(index * rowSize, index * rowSize + row.length * hiddenSize))
  return { pooled, tokens }
}

export function floatData(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new TypeError('the graph gave no 32-bit floats')
  return tensor.data
}
