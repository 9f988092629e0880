import { createLogits, type LinearModel } from '../numeric/linear-model'
import { encoderVector, type ReadMessage, type View } from './message-features'
import { NGRAM_COLUMNS, ngramVector } from './ngram-features'
import type { Standardiser } from './standardiser'

/** Read before it is written to again. */
const scratch = new Float32Array(NGRAM_COLUMNS)

/** Logits of a linear model over one view of a message. */
export type ViewLogits = (message: ReadMessage) => Float32Array

/**
 * The logits of one message after the other. A dozen heads read the encoder's views, each with scales of its own: they are
 * put into the weights here, so that no message is scaled a dozen times.
 *
 * @param SizeError thrown by the function for an encoding of another size than the model's.
 */
export function createViewLogits(
  view: View,
  linear: LinearModel,
  SizeError: new (message: string) => Error,
): ViewLogits {
  const logits = createLogits(view.name === 'ngrams' ? linear : onRawVectors(linear, view.standardiser))
  return (message) => {
    const vector =
      view.name === 'ngrams' ? ngramVector(message.text, view.statistics, scratch) : encoderVector(view.name, message)
    if (vector.length === linear.columns) return logits(vector)
    throw new SizeError(`the ${view.name} view has ${vector.length} numbers, the model reads ${linear.columns}`)
  }
}

/** w·(x − mean)·scale + b is (w·scale)·x + (b − w·scale·mean). */
export function onRawVectors(model: LinearModel, { mean, scale }: Standardiser): LinearModel {
  const { columns, classes } = model
  const weights = new Float32Array(model.weights.length)
  const biases = Float64Array.from(model.biases)
  for (let column = 0; column < columns; column++) {
    for (let output = 0; output < classes; output++) {
      const weight = (model.weights[column * classes + output] as number) * (scale[column] as number)
      weights[column * classes + output] = weight
      biases[output] = (biases[output] as number) - weight * (mean[column] as number)
    }
  }
  return { columns, classes, weights, biases: Float32Array.from(biases) }
}
