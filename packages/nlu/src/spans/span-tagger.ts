import type { Encoding } from '@parley/inference'
import { classifiedPart } from '../features/classified-part'
import { decodeChain } from './decode-chain'
import { createDenseScores, type DenseScores } from './dense-scores'
import { addLexical } from './fit-crf'
import { gazetteerMarks } from './gazetteer'
import { toFeatureRows } from './span-corpus'
import { type FoundSpan, type SpanExample, type SpanModel, SpanModelError } from './span-model'
import { splitUnits, type Unit } from './split-units'
import { tagMarginals } from './tag-marginals'
import { tagCount, toRuns } from './tag-scheme'
import { type TrainSpansOptions, trainSpans } from './train-spans'
import { describeUnits } from './unit-features'
import { denseColumns, unitStates } from './unit-states'

/** Finds the spans of a message: slots of an intent, or names of things. */
export class SpanTagger {
  private readonly addDense: DenseScores | null

  constructor(readonly model: SpanModel) {
    const { denseView, types, weights } = model
    this.addDense = denseView && createDenseScores(denseView, weights, tagCount(types.length))
  }

  /** @throws SpanTrainingError when the examples cannot be learnt from. */
  static async train(examples: readonly SpanExample[], options: TrainSpansOptions): Promise<SpanTagger> {
    return new SpanTagger(await trainSpans(examples, options))
  }

  /**
   * @param encoding of the text, with token states, by the encoder that the model was trained with; null when it was
   *   trained without.
   * @param topic as in training: the message's intent, say.
   * @returns spans in order, none overlapping, within the first 1,000 characters.
   * @throws SpanModelError when the encoding is missing or of another size.
   */
  tag(encoding: Encoding | null, text: string, topic?: string): FoundSpan[] {
    const units = splitUnits(classifiedPart(text))
    const tags = tagCount(this.model.types.length)
    const scores = this.scoreUnits(units, encoding, topic)
    const path = decodeChain(scores, tags, this.model.weights)
    const marginals = tagMarginals(scores, tags, this.model.weights)
    return toRuns(path).map(({ first, last, type }) => ({
      start: (units[first] as Unit).start,
      end: (units[last] as Unit).end,
      type: this.model.types[type] as string,
      confidence: leastMarginal(marginals, path, first, last),
    }))
  }

  /** @throws SpanModelError when the model reads features of another encoder than this one. */
  assertReads(encoder: { readonly id: string } | null): void {
    const { encoderId } = this.model
    if ((encoder?.id ?? null) === encoderId) return
    throw new SpanModelError(
      `the model reads features of ${encoderId ?? 'no encoder'}, not of ${encoder?.id ?? 'none'}`,
    )
  }

  /** [units, tags] */
  private scoreUnits(units: readonly Unit[], encoding: Encoding | null, topic: string | undefined): Float32Array {
    const { types, gazetteer, vocabulary, weights } = this.model
    const tags = tagCount(types.length)
    const marks = gazetteerMarks(units, (phrase) => gazetteer.get(phrase) ?? [])
    const rows = toFeatureRows(describeUnits({ units, marks, topic }), vocabulary)
    const scores = new Float32Array(units.length * tags)
    units.forEach((_unit, row) => {
      addLexical(rows, row, weights.lexical, scores.subarray(row * tags, (row + 1) * tags))
    })
    this.addDense?.(this.statesOf(units, encoding), scores)
    return scores
  }

  private statesOf(units: readonly Unit[], encoding: Encoding | null): Float32Array[] {
    const { denseView } = this.model
    if (encoding?.tokens === undefined) throw new SpanModelError('the model reads token states, and there are none')
    const states = unitStates(units, encoding)
    const width = states[0]?.length
    if (denseView === null || width === undefined || width === denseView.mean.length) return states
    throw new SpanModelError(
      `token states have ${width} numbers, the model reads ${denseView.mean.length} (${denseColumns(denseView)} in all)`,
    )
  }
}

function leastMarginal(marginals: Float64Array, path: readonly number[], first: number, last: number): number {
  const tags = marginals.length / path.length
  let least = 1
  for (let unit = first; unit <= last; unit++)
    least = Math.min(least, marginals[unit * tags + (path[unit] as number)] as number)
  return least
}
