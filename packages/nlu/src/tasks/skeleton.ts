import type { Slot } from '../understanding'
import type { Deadline } from './deadlines'

/** Stands for one mention of a person in a skeleton. */
export const PERSON = '\uE000'
/** Stands for one quotation: what somebody quotes asks nobody for anything. */
export const QUOTE = '\uE001'

/** One character of a skeleton, and the stretch of the message that it stands for. */
interface Token {
  readonly character: string
  readonly start: number
  readonly end: number
  readonly person?: Slot
}

/** A sentence without its deadlines, people and quotations reduced to one character: what the request rules read. */
export interface Skeleton {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** The part of the message from `start` to `end` as a skeleton. */
export function skeletonOf(
  message: string,
  start: number,
  end: number,
  slots: readonly Slot[],
  deadlines: readonly Deadline[],
): Skeleton {
  const tokens: Token[] = []
  for (let at = start; at < end; ) {
    const deadline = deadlines.find((candidate) => candidate.start <= at && at < candidate.end)
    const slot = slots.find((candidate) => candidate.start === at && marks(candidate) !== null)
    if (deadline !== undefined) at = deadline.end
    else {
      const next = slot === undefined ? at + 1 : slot.end
      const character = slot === undefined ? (message[at] ?? '') : (marks(slot) ?? '')
      tokens.push({ character, start: at, end: next, ...(character === PERSON && slot ? { person: slot } : {}) })
      at = next
    }
  }
  return toSkeleton(tokens)
}

const toSkeleton = (tokens: readonly Token[]): Skeleton => ({
  text: tokens.map((token) => token.character).join(''),
  tokens,
})

const marks = (slot: Slot) => (slot.value.type === 'person' ? PERSON : slot.value.type === 'title' ? QUOTE : null)

export const sliceSkeleton = (skeleton: Skeleton, from: number, to: number) =>
  toSkeleton(skeleton.tokens.slice(from, to))

export const joinSkeletons = (parts: readonly Skeleton[]) => toSkeleton(parts.flatMap((part) => part.tokens))

/** What the message says where the skeleton stands. */
export const writtenAs = (skeleton: Skeleton, message: string) =>
  skeleton.tokens.map((token) => message.slice(token.start, token.end)).join('')

/** Where the skeleton stands in the message; null when it is empty. */
export function spanOf(skeleton: Skeleton): { start: number; end: number } | null {
  const [first, last] = [skeleton.tokens[0], skeleton.tokens.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}
