import type { Encoding, MatrixProduct, TokenState } from '@parley/inference'
import { fitStandardiser, standardise } from '../features/standardiser'
import { matrixOf, rowOf } from '../numeric/matrix'
import { principalAxes } from './principal-axes'
import { type DenseView, SpanTrainingError } from './span-model'
import type { Unit } from './split-units'

/** Numbers that a neighbour is told by. */
const NEIGHBOUR_COLUMNS = 64
/** Axes are learnt from so many rows at most. */
const MAX_AXIS_ROWS = 20_000

/**
 * The encoder's state of each unit: the mean over the vocabulary pieces that it overlaps, zeros where there are none
 * (beyond what the encoder reads).
 *
 * @throws SpanTrainingError when the encoding carries no token states, or numbers that are not finite.
 */
export function unitStates(units: readonly Unit[], { tokens, sentence }: Encoding): Float32Array[] {
  if (tokens === undefined) throw new SpanTrainingError('spans are read from token states, and the encoding has none')
  const width = tokens[0]?.state.length ?? sentence.length
  let first = 0
  return units.map((unit) => {
    while ((tokens[first]?.end ?? Number.POSITIVE_INFINITY) <= unit.start) first++
    return meanState(overlapping(tokens, first, unit), width)
  })
}

function overlapping(tokens: readonly TokenState[], first: number, unit: Unit): TokenState[] {
  const found: TokenState[] = []
  for (let at = first; (tokens[at]?.start ?? Number.POSITIVE_INFINITY) < unit.end; at++)
    found.push(tokens[at] as TokenState)
  return found
}

function meanState(pieces: readonly TokenState[], width: number): Float32Array {
  const mean = new Float32Array(width)
  for (const { state } of pieces) {
    for (let column = 0; column < width; column++) {
      const value = state[column] as number
      if (!Number.isFinite(value)) throw new SpanTrainingError('the encoder returned numbers that are not finite')
      mean[column] = (mean[column] as number) + value / pieces.length
    }
  }
  return mean
}

/** Learns scales and axes from the states of all units. */
export async function fitDenseView(
  messages: readonly (readonly Float32Array[])[],
  product: MatrixProduct,
): Promise<DenseView> {
  const states = messages.flat()
  const every = Math.ceil(states.length / MAX_AXIS_ROWS)
  const sample = states.filter((_state, row) => row % every === 0)
  const columns = states[0]?.length ?? 0
  const standardiser = fitStandardiser(matrixOf(sample, columns))
  const standardised = matrixOf(
    sample.map((state) => standardise(state, standardiser)),
    columns,
  )
  return {
    ...standardiser,
    neighbourAxes: await principalAxes(standardised, Math.min(columns, NEIGHBOUR_COLUMNS), product),
  }
}

export const denseColumns = ({ mean, neighbourAxes }: DenseView): number => mean.length + 2 * neighbourAxes.columns

/** Dense vectors [units, denseColumns] of many messages: each unit's own state, and in short those on its two sides. */
export async function denseVectors(
  view: DenseView,
  messages: readonly (readonly Float32Array[])[],
  product: MatrixProduct,
): Promise<Float32Array[][]> {
  const own = messages.map((states) => states.map((state) => standardise(state, view)))
  const narrow = await product.multiply(matrixOf(own.flat(), view.mean.length), view.neighbourAxes)
  let first = 0
  return own.map((states) => {
    const rows = states.map((_state, at) => rowOf(narrow, first + at))
    first += states.length
    return joinNeighbours(view, states, rows)
  })
}

/** @param narrow what is told of each unit to its neighbours. */
function joinNeighbours(
  view: DenseView,
  own: readonly Float32Array[],
  narrow: readonly Float32Array[],
): Float32Array[] {
  return own.map((state, at) => {
    const vector = new Float32Array(denseColumns(view))
    vector.set(state)
    const [before, after] = [narrow[at - 1], narrow[at + 1]]
    if (before) vector.set(before, state.length)
    if (after) vector.set(after, state.length + view.neighbourAxes.columns)
    return vector
  })
}
