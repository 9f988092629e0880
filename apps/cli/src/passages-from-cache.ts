import type { Encoder } from '@parley/inference'

/** Passages from the disk where they were encoded before; questions always anew, so that their latency is the true one. */
export function passagesFromCache(encoder: Encoder, cached: Encoder): Encoder {
  return {
    ...encoder,
    encode: (texts, options) => (options.purpose === 'passage' ? cached : encoder).encode(texts, options),
  }
}
