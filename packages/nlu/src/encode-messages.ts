import type { EncodeOptions, Encoder, Encoding } from '@parley/inference'
import { intentSegments } from './intents/intent-segments'
import { textsOfRequests } from './requests/request-units'

/**
 * What is encoded of a message, as queries: the part that its intent, tone and names are read from, its request units,
 * and the segments that may have an intent of their own. Each text stands there once.
 */
export function textsToEncode(message: string): string[] {
  const segments = intentSegments(message).map(({ start, end }) => message.slice(start, end))
  return [...new Set([...textsOfRequests(message), ...segments])]
}

/** Encodings of each message's `textsToEncode`, the first of each with the states of its tokens; what comes together is computed together. */
export async function encodeMessages(
  encoder: Encoder,
  messages: readonly string[],
  options: Omit<EncodeOptions, 'purpose' | 'tokens'>,
): Promise<Encoding[][]> {
  const texts = messages.map(textsToEncode)
  const [wholes, parts] = await Promise.all([
    encoder.encode(
      texts.map(([whole = '']) => whole),
      { purpose: 'query', tokens: true, ...options },
    ),
    encoder.encode(
      texts.flatMap(([, ...rest]) => rest),
      { purpose: 'query', ...options },
    ),
  ])
  let from = 0
  return wholes.map((whole, index) => {
    const first = from
    from += (texts[index]?.length ?? 1) - 1
    return [whole, ...parts.slice(first, from)]
  })
}
