import { type Encoder, EncoderUnavailableError } from '@parley/inference'
import { sketchVectors } from '@parley/knowledge'
import type { SketchedQuestions } from '../services'

/** Without an encoder, or while it cannot compute, questions are compared by their words. */
export async function sketchQuestions(encoder: Encoder | null, texts: readonly string[]): Promise<SketchedQuestions> {
  const unread = { encoderId: null, vectors: texts.map(() => null) }
  if (!encoder) return unread
  try {
    const vectors = await sketchVectors(texts, encoder)
    return { encoderId: encoder.id, vectors: vectors.map((vector) => Buffer.from(vector)) }
  } catch (error) {
    if (error instanceof EncoderUnavailableError) return unread
    throw error
  }
}
