import trained from './answer-model.json'
import type { LogisticModel } from './logistic'

/** What ranks candidates and tells when to be silent. Trained by `answer-model.quality.test.ts` on this package's data. */
export interface AnswerModel {
  readonly ranking: LogisticModel
  readonly confidence: LogisticModel
  /** Below this confidence the answer is "not known". */
  readonly threshold: number
}

export interface AnswerModels {
  /** With an encoder. */
  readonly hybrid: AnswerModel
  /** Without one. */
  readonly lexical: AnswerModel
}

export const TRAINED_MODELS: AnswerModels = trained
