import type { Matrix, PooledStates } from '@parley/inference'
import { concatenate } from '../numeric/concatenate'
import { matrixOf } from '../numeric/matrix'
import { fitNgrams, NGRAM_COLUMNS, type NgramStatistics, ngramVector } from './ngram-features'
import { fitStandardiser, type Standardiser, standardise } from './standardiser'

/** The views of a message that a head of its own reads. */
export type ViewName = 'sentence' | 'layers' | 'ngrams'

/** How a view's vector is made from a message; learnt from the training texts, without their labels. */
export type View =
  | { readonly name: 'sentence' | 'layers'; readonly standardiser: Standardiser }
  | { readonly name: 'ngrams'; readonly statistics: NgramStatistics }

/** A message as features are made of it; `encoding` is null when there is no encoder. */
export interface ReadMessage {
  readonly text: string
  readonly encoding: PooledStates | null
}

/** Learns the view from the messages and returns it with their matrix, one row a message. */
export function fitView(name: ViewName, messages: readonly ReadMessage[]): { view: View; matrix: Matrix } {
  const view = name === 'ngrams' ? fitNgramView(messages) : fitEncoderView(name, messages)
  return { view, matrix: viewMatrix(view, messages) }
}

export function viewMatrix(view: View, messages: readonly ReadMessage[]): Matrix {
  const rows = messages.map((message) => viewVector(view, message))
  return matrixOf(rows, view.name === 'ngrams' ? NGRAM_COLUMNS : view.standardiser.mean.length)
}

/** @throws TypeError when the view needs an encoding and there is none. */
export function viewVector(view: View, message: ReadMessage): Float32Array {
  if (view.name === 'ngrams') return ngramVector(message.text, view.statistics)
  return standardise(encoderVector(view.name, message), view.standardiser)
}

function fitNgramView(messages: readonly ReadMessage[]): View {
  return { name: 'ngrams', statistics: fitNgrams(messages.map((message) => message.text)) }
}

function fitEncoderView(name: 'sentence' | 'layers', messages: readonly ReadMessage[]): View {
  const rows = messages.map((message) => encoderVector(name, message))
  return { name, standardiser: fitStandardiser(matrixOf(rows, rows[0]?.length ?? 0)) }
}

/**
 * As the encoder gives it, before any scaling. It may be a view on the encoding itself: to be read only.
 *
 * @throws TypeError when there is no encoding.
 */
export function encoderVector(name: 'sentence' | 'layers', { encoding }: ReadMessage): Float32Array {
  if (encoding === null) throw new TypeError(`the ${name} view needs an encoding`)
  return name === 'sentence' ? encoding.sentence : endToEnd(encoding.layers)
}

/** Layers that follow each other in memory, as the encoder's process hands them over, are one vector already. */
function endToEnd(layers: readonly Float32Array[]): Float32Array {
  const [first] = layers
  if (!first) return new Float32Array(0)
  const follow = layers.every(
    ({ buffer, byteOffset, byteLength }, index) =>
      buffer === first.buffer && byteOffset === first.byteOffset + index * byteLength,
  )
  return follow ? new Float32Array(first.buffer, first.byteOffset, layers.length * first.length) : concatenate(layers)
}
