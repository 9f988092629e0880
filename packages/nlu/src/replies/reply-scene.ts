import type { LineTraits } from './line-traits'
import { type CallNames, type Named, namedAuthors } from './named-authors'

/** A line before the message, with what is known of it among the others. */
export interface EarlierLine {
  readonly line: LineTraits
  readonly named: Named
  /** Lines back: 1 is the one just before. */
  readonly distance: number
  readonly ageMinutes: number
  /** Lines after it, before the message, that its author and the message's author wrote. */
  readonly byAuthorSince: number
  readonly bySpeakerSince: number
  /** Its author was named by somebody else since. */
  readonly isTakenUp: boolean
  /** Weight of the terms that it shares with the message, over the terms of the shorter one; and of the rarest one. */
  readonly shared: number
  readonly rarest: number
  /** Cosine with the message, less the mean over all earlier lines; 0 without vectors. */
  readonly likeness: number
}

/** A message and what was said before it. */
export interface ReplyScene {
  readonly line: LineTraits
  readonly named: Named
  /** The newest first. */
  readonly earlier: readonly EarlierLine[]
  /** Authors who named the message's author lately, or were named by them. */
  readonly partners: ReadonlySet<string>
  /** Likeness of the line that is most alike. */
  readonly highestLikeness: number
}

/** @param before The lines that it may answer, oldest first. */
export function replyScene(line: LineTraits, before: readonly LineTraits[]): ReplyScene {
  const names = namesOf([...before, line])
  const nameAll = (one: LineTraits) => namedAuthors(one.nameable, one.mentions ?? [], names)
  const weights = termWeights(line, before)
  const likenesses = likenessesOf(line, before)
  const since = new Map<string, number>()
  const taken = new Set<string>()
  const earlier: EarlierLine[] = []
  for (let at = before.length - 1; at >= 0; at--) {
    const one = before[at] as LineTraits
    const named = nameAll(one)
    earlier.push({
      line: one,
      named,
      distance: before.length - at,
      ageMinutes: Math.max(0, line.at - one.at) / 60_000,
      byAuthorSince: since.get(one.author) ?? 0,
      bySpeakerSince: since.get(line.author) ?? 0,
      isTakenUp: taken.has(one.author),
      ...sharedTerms(line, one, weights),
      likeness: likenesses[at] ?? 0,
    })
    since.set(one.author, (since.get(one.author) ?? 0) + 1)
    for (const author of named.anywhere) if (author !== one.author) taken.add(author)
  }
  const partners = partnersOf(line.author, earlier)
  return { line, named: nameAll(line), earlier, partners, highestLikeness: Math.max(0, ...likenesses) }
}

function partnersOf(author: string, earlier: readonly EarlierLine[]): ReadonlySet<string> {
  const partners = new Set<string>()
  for (const { line, named } of earlier) {
    if (line.author === author) for (const other of named.anywhere) partners.add(other)
    else if (named.anywhere.has(author)) partners.add(line.author)
  }
  return partners
}

function namesOf(lines: readonly LineTraits[]): ReadonlyMap<string, CallNames> {
  const names = new Map<string, CallNames>()
  for (const line of lines) if (!names.has(line.author)) names.set(line.author, line.called)
  return names
}

/** Inverse frequency among the earlier lines: what everybody is talking of tells no two lines apart. */
function termWeights({ terms }: LineTraits, before: readonly LineTraits[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const term of terms) {
    const holding = before.filter((one) => one.terms.has(term)).length
    if (holding > 0) weights.set(term, Math.log((before.length + 1) / (holding + 0.5)))
  }
  return weights
}

function sharedTerms({ terms }: LineTraits, other: LineTraits, weights: ReadonlyMap<string, number>) {
  let [sum, rarest] = [0, 0]
  for (const [term, weight] of weights) {
    if (!other.terms.has(term)) continue
    sum += weight
    rarest = Math.max(rarest, weight)
  }
  return { shared: sum / Math.sqrt(1 + Math.min(terms.size, other.terms.size)), rarest }
}

function likenessesOf({ sentence }: LineTraits, before: readonly LineTraits[]): number[] {
  const cosines = before.map((one) => (sentence && one.sentence ? dot(sentence, one.sentence) : null))
  const known = cosines.filter((cosine) => cosine !== null)
  const mean = known.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, known.length)
  return cosines.map((cosine) => (cosine === null ? 0 : cosine - mean))
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0
  for (let at = 0; at < left.length; at++) sum += (left[at] as number) * (right[at] as number)
  return sum
}
