import { describe, expect, test } from 'vitest'
import { createRandom } from '../numeric/random'
import { fitView, type ReadMessage, type ViewName, viewVector } from './message-features'
import { createViewLogits } from './view-logits'

const random = createRandom(3)
const numbers = (count: number) => Float32Array.from({ length: count }, () => random() - 0.5)
const layersApart = () => [numbers(6), numbers(6)]
const layersEndToEnd = () => {
  const whole = numbers(12)
  return [whole.subarray(0, 6), whole.subarray(6)]
}
const message = (text: string, layers: Float32Array[]): ReadMessage => ({
  text,
  encoding: { sentence: layers[1] as Float32Array, layers },
})
const messages = [
  message('book a room', layersApart()),
  message('预订会议室', layersEndToEnd()),
  message('the printer is broken', layersEndToEnd()),
]

describe.each<ViewName>(['sentence', 'layers', 'ngrams'])('logits of the view %s', (name) => {
  test('are those of the scaled vector that the weights were trained on', () => {
    const { view, matrix } = fitView(name, messages)
    const [columns, classes] = [matrix.columns, 2]
    const linear = { columns, classes, weights: numbers(columns * classes), biases: numbers(classes) }
    const logits = createViewLogits(view, linear, RangeError)
    for (const one of messages) {
      const vector = viewVector(view, one)
      const wanted = Array.from({ length: classes }, (_, output) =>
        vector.reduce(
          (sum, value, column) => sum + value * (linear.weights[column * classes + output] as number),
          linear.biases[output] as number,
        ),
      )
      logits(one).forEach((logit, output) => {
        expect(logit).toBeCloseTo(wanted[output] as number, 4)
      })
    }
  })
})

test('an encoding of another size is refused with the error that was given', () => {
  class OtherSize extends Error {}
  const { view } = fitView('sentence', messages)
  const linear = { columns: 6, classes: 1, weights: numbers(6), biases: numbers(1) }
  const logits = createViewLogits(view, linear, OtherSize)
  expect(() => logits(message('x', [numbers(4), numbers(4)]))).toThrow(OtherSize)
})
