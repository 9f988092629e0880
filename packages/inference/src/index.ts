export type { Attention, AttentionSource } from './attention'
export { ByteRows } from './byte-rows'
export { openCachedEncoder } from './cached-encoder'
export {
  type EncodeOptions,
  type Encoder,
  EncoderUnavailableError,
  type Encoding,
  type EncodingPurpose,
  type PooledStates,
  type TextRange,
  type TokenState,
} from './encoder'
export { type EncoderProcess, startEncoderProcess } from './encoder-process'
export { createEncodingCache, withEncodingCache } from './encoding-cache'
export { ModelCorruptError, ModelUnavailableError } from './errors'
export { createMatrixProduct, type Matrix, type MatrixProduct } from './matrix-product'
export { BUILT_IN_MODEL } from './model-source'
export { defaultModelDirectory, ensureModel } from './model-store'
export { type OpenedEncoder, openEncoder } from './open-encoder'
export { type PackedEncoding, packEncoding, unpackEncoding } from './packed-encoding'
export { createRowProducts, createUnitProducts, type RowProducts } from './row-products'
export { tellParent } from './tell-parent'
