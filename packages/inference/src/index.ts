export { openCachedEncoder } from './cached-encoder'
export {
  type EncodeOptions,
  type Encoder,
  EncoderUnavailableError,
  type Encoding,
  type EncodingPurpose,
  type TokenState,
} from './encoder'
export type { EncoderProcessEvent } from './encoder-client'
export { type EncoderProcess, type EncoderProcessOptions, startEncoderProcess } from './encoder-process'
export { createEncodingCache, type EncodingCache, withEncodingCache } from './encoding-cache'
export { ModelCorruptError, ModelUnavailableError } from './errors'
export { createMatrixProduct, type Matrix, type MatrixProduct, type ProductOptions } from './matrix-product'
export { BUILT_IN_MODEL, type ModelSource } from './model-source'
export { defaultModelDirectory, type EnsureModelOptions, ensureModel, type ModelProgress } from './model-store'
export { BUILT_IN_ENCODER_ID, type OpenEncoderOptions, openEncoder } from './open-encoder'
export {
  createVectorScorer,
  type QuantisedVector,
  quantiseVector,
  type ScoredIndex,
  type VectorScorer,
} from './vector-scorer'
