import type { Encoder } from '@parley/inference'
import { detectLanguage, type Language } from '@parley/text'
import { packVectors } from '../document-segment'
import { affinityScale } from '../language-centres'
import { quantiseVector } from '../quantised-vector'
import { plainQuery } from '../query/read-query'
import { analyseQuestion, type QuestionAnalysis } from '../question-analysis'

/** A question as it is compared with others, in whichever language. */
export interface QuestionSketch extends QuestionAnalysis {
  /** As {@link sketchVectors} makes it; null where there was no encoder. */
  readonly vector: Uint8Array | null
}

/** Longest beginning of a question that is read: what follows tells little of what is asked. */
const LONGEST = 500

export const sketchQuestion = (text: string, vector: Uint8Array | null): QuestionSketch => ({
  ...analyseQuestion(plainQuery(text.slice(0, LONGEST))),
  vector,
})

/**
 * What each question means, as unit vectors in 8 bits behind their scale: less what any two questions of a language
 * share, so that unrelated ones stand at about 0.
 *
 * @throws EncoderUnavailableError when it cannot compute.
 */
export async function sketchVectors(texts: readonly string[], encoder: Encoder): Promise<Uint8Array[]> {
  const encodings = await encoder.encode(
    texts.map((text) => text.slice(0, LONGEST)),
    { purpose: 'query' },
  )
  return encodings.map(({ sentence }, at) => {
    const centred = centre(sentence, encoder.id, detectLanguage(texts[at]!))
    return packVectors([quantiseVector(centred)])
  })
}

function centre(sentence: Float32Array, encoderId: string, language: Language): Float32Array {
  const centred = affinityScale(encoderId, sentence, language).centredQuestion
  const length = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0)) || 1
  return centred.map((value) => value / length)
}

/** Cosine of two such vectors of the same encoder. */
export function sketchCosine(one: Uint8Array, other: Uint8Array): number {
  const [left, right] = [new DataView(one.buffer, one.byteOffset), new DataView(other.buffer, other.byteOffset)]
  let sum = 0
  for (let at = SCALE_BYTES; at < Math.min(one.length, other.length); at++) sum += left.getInt8(at) * right.getInt8(at)
  return sum * left.getFloat32(0, true) * right.getFloat32(0, true)
}

const SCALE_BYTES = 4
