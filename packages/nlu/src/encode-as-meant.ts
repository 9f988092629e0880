import type { EncodeOptions, Encoder, Encoding, PooledStates } from '@parley/inference'
import type { IntentClassifier } from './intents/intent-classifier'

/** Mends slips. */
export type Speller = Pick<IntentClassifier, 'asMeant'>

/** As it is written, for what has its place in the text; and as it was meant, where that is something else. */
export interface MessageEncoding extends Encoding {
  readonly asMeant?: PooledStates | undefined
}

/** What intents are read from: a word with a slip falls into other pieces of the vocabulary, which say something else. */
export const statesAsMeant = (encoding: MessageEncoding | null): PooledStates | null => encoding?.asMeant ?? encoding

/** Encodings of texts as they were meant, for a classifier that is to read nothing but intents in them. */
export function encodeAsMeant(
  encoder: Pick<Encoder, 'encode'>,
  parts: readonly string[],
  speller: Speller,
  options: Omit<EncodeOptions, 'purpose' | 'tokens' | 'partsOf'> = {},
): Promise<Encoding[]> {
  return encoder.encode(
    parts.map((part) => speller.asMeant(part)),
    { purpose: 'query', ...options },
  )
}
