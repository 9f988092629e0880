import { EncoderUnavailableError } from '@parley/inference'
import { EvaluationFailure, ParleyError } from '@parley/protocol'

/** Why a measurement failed, in a word that can be told. */
export function evaluationFailure(error: unknown): EvaluationFailure {
  if (error instanceof EncoderUnavailableError) return 'encoder_unavailable'
  const told = EvaluationFailure.safeParse(error instanceof ParleyError && error.code)
  return told.success ? told.data : 'internal'
}
