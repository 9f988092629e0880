import { expect, test } from 'vitest'
import { minimise } from './lbfgs'

test('a badly scaled quadratic is minimised to its known optimum', async () => {
  const scales = [1, 10, 100, 1000]
  const optimum = [3, -2, 0.5, 1]
  const result = await minimise({
    start: new Float32Array(4),
    objective: async (parameters, gradient) =>
      scales.reduce((value, scale, index) => {
        const gap = (parameters[index] as number) - (optimum[index] as number)
        gradient[index] = scale * gap
        return value + (scale / 2) * gap * gap
      }, 0),
    gradientTolerance: 1e-6,
    valueTolerance: 0,
  })
  expect(result.isConverged).toBe(true)
  optimum.forEach((value, index) => {
    expect(result.parameters[index]).toBeCloseTo(value, 3)
  })
})

test('it stops at the iteration limit and says so', async () => {
  const slow = await minimise({
    start: Float32Array.of(5, 5),
    objective: async (parameters, gradient) => {
      const [x = 0, y = 0] = parameters
      gradient[0] = 4 * x ** 3
      gradient[1] = 2000 * y
      return x ** 4 + 1000 * y ** 2
    },
    maxIterations: 2,
  })
  expect(slow).toMatchObject({ isConverged: false, iterations: 2 })
})
