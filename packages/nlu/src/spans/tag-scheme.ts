import type { Span } from './span-model'
import type { Unit } from './split-units'

/** Tags are O = 0, then for type k: B = 1 + 2k (begins), I = 2 + 2k (goes on) — Ramshaw & Marcus 1995, BIO. */
export const OUTSIDE = 0
export const beginOf = (type: number): number => 1 + 2 * type
export const insideOf = (type: number): number => 2 + 2 * type
export const tagCount = (types: number): number => 1 + 2 * types
const typeOf = (tag: number): number => (tag - 1) >> 1
const isInside = (tag: number): boolean => tag > 0 && tag % 2 === 0

/** Whether `to` may follow `from`: a span goes on only where it began. */
export function mayFollow(from: number, to: number): boolean {
  return !isInside(to) || (from !== OUTSIDE && typeOf(from) === typeOf(to))
}

/** Whether a message may begin with the tag. */
export const mayStart = (tag: number): boolean => !isInside(tag)

/** The tags of the units; of spans that overlap the longer one counts, and units cut by a span's edge belong to it. */
export function toTags(units: readonly Unit[], spans: readonly Span[], types: readonly string[]): number[] {
  const tags = units.map(() => OUTSIDE)
  const isTaken = units.map(() => false)
  for (const span of spans.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    const covered = [...units.keys()].filter((at) => overlaps(units[at] as Unit, span))
    if (covered.some((at) => isTaken[at])) continue
    covered.forEach((at, place) => {
      const type = types.indexOf(span.type)
      tags[at] = place === 0 ? beginOf(type) : insideOf(type)
      isTaken[at] = true
    })
  }
  return tags
}

/** A run of units of one span. */
export interface TaggedRun {
  readonly first: number
  /** Inclusive. */
  readonly last: number
  readonly type: number
}

export function toRuns(tags: readonly number[]): TaggedRun[] {
  const runs: TaggedRun[] = []
  tags.forEach((tag, at) => {
    if (tag === OUTSIDE) return
    const open = isInside(tag) ? runs.pop() : undefined
    runs.push(open ? { ...open, last: at } : { first: at, last: at, type: typeOf(tag) })
  })
  return runs
}

const overlaps = (unit: Unit, span: Span): boolean => unit.start < span.end && span.start < unit.end
