import type { EncodeOptions, Encoder, Encoding, PooledStates, TextRange } from '@parley/inference'
import type { MessageEncoding, Speller } from './encode-as-meant'
import { classifiedPart } from './features/classified-part'
import { intentSegments } from './intents/intent-segments'
import { requestUnits } from './requests/request-units'

/** The parts of what is read of a message that are judged on their own: what may ask for something, or have an intent. */
function partsToJudge(text: string): TextRange[] {
  const units = requestUnits(text)
  // A message that is one unit is judged as a whole.
  const parts = [...(units.length === 1 ? [] : units), ...intentSegments(text)]
  return [...new Map(parts.map(({ start, end }) => [rangeKey({ start, end }), { start, end }])).values()]
}

type MessageOptions = Omit<EncodeOptions, 'purpose' | 'tokens' | 'partsOf'>

/**
 * One encoding a message, of what its intent is read from, with the states of its tokens and of its parts in their
 * context: one pass of the encoder each, and what comes together is computed together.
 *
 * @param speller a message in which it mends something is read as it was meant, too, in a second pass.
 */
export async function encodeMessages(
  encoder: Encoder,
  messages: readonly string[],
  options: MessageOptions,
  speller?: Speller,
): Promise<MessageEncoding[]> {
  const parts = messages.map(classifiedPart)
  const meant = parts.map((part) => speller?.asMeant(part) ?? part)
  const mended = meant.filter((text, index) => text !== parts[index])
  const [encodings, again] = await Promise.all([
    encoder.encode(parts, { purpose: 'query', tokens: true, partsOf: partsToJudge, ...options }),
    mended.length === 0 ? [] : encoder.encode(mended, { purpose: 'query', ...options }),
  ])
  const asMeant = new Map(mended.map((text, index) => [text, again[index]]))
  return encodings.map((encoding, index) =>
    meant[index] === parts[index] ? encoding : { ...encoding, asMeant: asMeant.get(meant[index] as string) },
  )
}

/** Gives the states of a part, if they were read. */
export type StatesOfPart = (part: TextRange) => PooledStates | undefined

export function statesOfParts({ parts = [] }: Encoding): StatesOfPart {
  const known = new Map(parts.map((part) => [rangeKey(part), part.states]))
  return (part) => known.get(rangeKey(part)) ?? undefined
}

const rangeKey = ({ start, end }: TextRange): string => `${start}-${end}`
