import { availableParallelism } from 'node:os'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { writeOnnxModel } from './onnx-model'

/** A dense matrix, row after row. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly data: Float32Array
}

export interface ProductOptions {
  readonly transposeA?: boolean
  readonly transposeB?: boolean
}

export interface MatrixProduct {
  /**
   * A × B in 32-bit floats, each transposed first if so asked. Blocks the event loop while it computes: for
   * trainers, not for servers.
   *
   * @throws RangeError when the inner sizes differ or `data` is not rows × columns long.
   */
  multiply(a: Matrix, b: Matrix, options?: ProductOptions): Promise<Matrix>
  close(): Promise<void>
}

/** Matrix products on ONNX Runtime's kernels, some fifty times a plain loop. */
export function createMatrixProduct(): MatrixProduct {
  const sessions = new Map<string, Promise<InferenceSession>>()
  const sessionFor = (transposeA: boolean, transposeB: boolean): Promise<InferenceSession> => {
    const key = `${transposeA}-${transposeB}`
    const known = sessions.get(key) ?? openProduct(transposeA, transposeB)
    sessions.set(key, known)
    return known
  }
  return {
    multiply: async (a, b, { transposeA = false, transposeB = false } = {}) => {
      const [rows, columns] = productShape(a, b, transposeA, transposeB)
      const session = await sessionFor(transposeA, transposeB)
      const { product } = await session.run({ a: toTensor(a), b: toTensor(b) })
      if (!(product?.data instanceof Float32Array)) throw new TypeError('the product is not in 32-bit floats')
      return { rows, columns, data: product.data }
    },
    close: async () => {
      for (const session of sessions.values()) await (await session).release()
      sessions.clear()
    },
  }
}

function productShape(a: Matrix, b: Matrix, transposeA: boolean, transposeB: boolean): [number, number] {
  for (const { rows, columns, data } of [a, b]) {
    if (data.length !== rows * columns) throw new RangeError(`${data.length} numbers are not ${rows} × ${columns}`)
  }
  const [rows, innerA] = transposeA ? [a.columns, a.rows] : [a.rows, a.columns]
  const [innerB, columns] = transposeB ? [b.columns, b.rows] : [b.rows, b.columns]
  if (innerA !== innerB) throw new RangeError(`inner sizes differ: ${innerA} and ${innerB}`)
  return [rows, columns]
}

const toTensor = ({ data, rows, columns }: Matrix): Tensor => new Tensor('float32', data, [rows, columns])

function openProduct(transposeA: boolean, transposeB: boolean): Promise<InferenceSession> {
  const model = writeOnnxModel({
    name: 'product',
    nodes: [
      {
        operator: 'Gemm',
        inputs: ['a', 'b'],
        outputs: ['product'],
        attributes: { transA: Number(transposeA), transB: Number(transposeB) },
      },
    ],
    inputs: [
      { name: 'a', type: 'float', shape: ['aRows', 'aColumns'] },
      { name: 'b', type: 'float', shape: ['bRows', 'bColumns'] },
    ],
    outputs: [{ name: 'product', type: 'float', shape: ['rows', 'columns'] }],
    tensors: [],
  })
  return InferenceSession.create(model, {
    intraOpNumThreads: availableParallelism(),
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  })
}
