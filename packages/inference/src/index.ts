export {
  type EncodeOptions,
  type Encoder,
  EncoderUnavailableError,
  type Encoding,
  type EncodingPurpose,
  type TokenState,
} from './encoder'
