import type { Address } from '@parley/dialogue'
import type { Understanding } from '@parley/nlu'

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Moves what was found in the text without the assistant's name to where it stands in the message.
 *
 * Reading leaves out the name, its comma and double blanks, and turns nothing around: so the last character that is
 * no blank is the last of the message too, and so on to the first that was read.
 */
export function placeUnderstanding(understanding: Understanding, message: string, address: Address): Understanding {
  const { slots, requests, intents, rules, ...rest } = understanding
  const place = placing(address)
  const placed = slots.map(place).map((slot) => ({ ...slot, text: message.slice(slot.start, slot.end) }))
  return {
    ...rest,
    slots: placed,
    ...(requests && { requests: requests.map(place) }),
    ...(intents && { intents: intents.map(place) }),
    ...(rules && {
      rules: { ...rules, applied: rules.applied.map((rule) => ({ ...rule, spans: rule.spans.map(place) })) },
    }),
  }
}

/** Moves one span likewise. */
export function placing({ text, masked }: Address): <T extends Span>(span: T) => T {
  // Nobody was addressed: all stands where it was read.
  if (text === masked) return (span) => span
  const read = placesOfInk(text)
  const said = placesOfInk(masked).slice(-read.length)
  const places = new Map(read.map((place, index) => [place, said[index] ?? 0]))
  const placeOf = (offset: number) => places.get(offset) ?? 0
  return (span) => {
    const [first, last] = [text.slice(span.start).search(/\S/), text.slice(span.start, span.end).search(/\S\s*$/)]
    return { ...span, start: placeOf(span.start + first), end: placeOf(span.start + last) + 1 }
  }
}

/** Where the code units stand that are no blanks. */
const placesOfInk = (text: string): number[] => Array.from(text.matchAll(/\S/g), ({ index }) => index)
