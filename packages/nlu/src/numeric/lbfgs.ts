/** A differentiable function: returns the value at `parameters` and writes the gradient there into `gradient`. */
export type Objective = (parameters: Float32Array, gradient: Float32Array) => Promise<number>

export interface LbfgsOptions {
  readonly start: Float32Array
  readonly objective: Objective
  /** Correction pairs kept. Default 5. */
  readonly memory?: number
  readonly maxIterations?: number
  /** Stops when the gradient's norm falls under this share of its norm at the start. Default 1e-3. */
  readonly gradientTolerance?: number
  /** Stops when the value falls by less than this share of itself. Default 1e-4. */
  readonly valueTolerance?: number
}

export interface LbfgsResult {
  readonly parameters: Float32Array
  readonly value: number
  readonly iterations: number
  readonly isConverged: boolean
}

interface Point {
  readonly parameters: Float32Array
  readonly gradient: Float32Array
  readonly value: number
}

interface Correction {
  readonly step: Float32Array
  readonly change: Float32Array
  /** 1 / (step · change) */
  readonly rho: number
}

const SUFFICIENT_DECREASE = 1e-4
const MAX_HALVINGS = 20

/**
 * Minimises a strictly convex function by limited-memory BFGS (Nocedal & Wright, Numerical Optimization, 2006,
 * algorithms 7.4 and 7.5). Backtracking alone chooses the step: strict convexity keeps every curvature positive.
 */
export async function minimise(options: LbfgsOptions): Promise<LbfgsResult> {
  const { objective, memory = 5, maxIterations = 100, gradientTolerance = 1e-3, valueTolerance = 1e-4 } = options
  let point = await evaluate(objective, Float32Array.from(options.start))
  const target = gradientTolerance * norm(point.gradient)
  const corrections: Correction[] = []
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    if (norm(point.gradient) <= target) return { ...point, iterations: iteration, isConverged: true }
    const next = await searchLine(
      objective,
      point,
      descentDirection(point.gradient, corrections),
      corrections.length === 0,
    )
    if (next === null || point.value - next.value <= valueTolerance * Math.abs(point.value)) {
      return { ...(next ?? point), iterations: iteration + 1, isConverged: true }
    }
    remember(corrections, point, next, memory)
    point = next
  }
  return { ...point, iterations: maxIterations, isConverged: false }
}

async function evaluate(objective: Objective, parameters: Float32Array): Promise<Point> {
  const gradient = new Float32Array(parameters.length)
  return { parameters, gradient, value: await objective(parameters, gradient) }
}

/** The two-loop recursion. */
function descentDirection(gradient: Float32Array, corrections: readonly Correction[]): Float32Array {
  const direction = scaled(gradient, -1)
  const alphas = corrections.toReversed().map(({ step, change, rho }) => {
    const alpha = rho * dot(step, direction)
    addScaled(direction, change, -alpha)
    return alpha
  })
  const last = corrections.at(-1)
  if (last !== undefined) scale(direction, 1 / (last.rho * dot(last.change, last.change)))
  corrections.forEach(({ step, change, rho }, index) => {
    const alpha = alphas[alphas.length - 1 - index] as number
    addScaled(direction, step, alpha - rho * dot(change, direction))
  })
  return direction
}

/** Halves the step until the value falls enough (Armijo); `null` when rounding leaves nothing to gain. */
async function searchLine(
  objective: Objective,
  from: Point,
  direction: Float32Array,
  isFirst: boolean,
): Promise<Point | null> {
  const slope = dot(from.gradient, direction)
  let length = isFirst ? Math.min(1, 1 / norm(from.gradient)) : 1
  for (let halving = 0; halving < MAX_HALVINGS; halving++, length /= 2) {
    const parameters = from.parameters.slice()
    addScaled(parameters, direction, length)
    const next = await evaluate(objective, parameters)
    if (next.value <= from.value + SUFFICIENT_DECREASE * length * slope) return next
  }
  return null
}

function remember(corrections: Correction[], from: Point, to: Point, memory: number): void {
  const step = difference(to.parameters, from.parameters)
  const change = difference(to.gradient, from.gradient)
  const curvature = dot(step, change)
  if (curvature <= 0) return
  corrections.push({ step, change, rho: 1 / curvature })
  if (corrections.length > memory) corrections.shift()
}

// Plain loops below: these run over hundreds of thousands of numbers in every iteration, where a callback costs tenfold.

function difference(left: Float32Array, right: Float32Array): Float32Array {
  const result = new Float32Array(left.length)
  for (let index = 0; index < left.length; index++) result[index] = (left[index] as number) - (right[index] as number)
  return result
}

function scaled(vector: Float32Array, factor: number): Float32Array {
  const result = new Float32Array(vector.length)
  for (let index = 0; index < vector.length; index++) result[index] = (vector[index] as number) * factor
  return result
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0
  for (let index = 0; index < left.length; index++) sum += (left[index] as number) * (right[index] as number)
  return sum
}

function norm(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector))
}

function scale(vector: Float32Array, factor: number): void {
  for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] as number) * factor
}

function addScaled(target: Float32Array, vector: Float32Array, factor: number): void {
  for (let index = 0; index < target.length; index++) {
    target[index] = (target[index] as number) + factor * (vector[index] as number)
  }
}
