/** Words and characters in a row that are compared as one. */
const SHINGLE = 5
/** So many of a text's smallest hashes stand for all of them (bottom-k sketch; Cohen and Kaplan, 2007). */
const SKETCH = 200
const LONGEST = 200_000
const TOKEN = /\p{Script=Han}|[\p{Letter}\p{Number}]+/gu
/** What so many documents share is a form letter's head, and tells nothing. */
const MOST_SHARING = 50

/** The smallest hashes of a text's shingles, ascending: two texts share as large a part of these as of their words. */
export function sketchText(text: string): readonly number[] {
  const tokens = text.slice(0, LONGEST).normalize('NFKC').toLowerCase().match(TOKEN) ?? []
  const hashes = new Set<number>()
  for (let at = 0; at + SHINGLE <= tokens.length; at++) hashes.add(hash(tokens.slice(at, at + SHINGLE).join(' ')))
  return [...hashes].sort((one, other) => one - other).slice(0, SKETCH)
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** How much of two texts together is in both, 0 to 1, as their sketches tell. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  const size = Math.min(SKETCH, Math.max(one.length, other.length))
  const all = [...new Set([...one, ...other])].sort((first, second) => first - second).slice(0, size)
  if (all.length === 0) return 0
  const [inOne, inOther] = [new Set(one), new Set(other)]
  return all.filter((value) => inOne.has(value) && inOther.has(value)).length / all.length
}

export interface Double {
  readonly ids: readonly [string, string]
  readonly likeness: number
}

/** Of two texts that are this much the same, one is likely an old or a copied one. */
const LEAST_LIKENESS = 0.6

/** Pairs of documents that say nearly the same; costs what they share, not the number of pairs. */
export function findDoubles(sketches: ReadonlyMap<string, readonly number[]>): Double[] {
  const holders = new Map<number, string[]>()
  for (const [id, sketch] of sketches) for (const value of sketch) push(holders, value, id)
  const pairs = new Map<string, readonly [string, string]>()
  for (const ids of holders.values()) {
    if (ids.length > MOST_SHARING) continue
    for (const [at, one] of ids.entries())
      for (const other of ids.slice(at + 1)) pairs.set(`${one} ${other}`, [one, other])
  }
  return [...pairs.values()].flatMap((ids) => {
    const share = likeness(sketches.get(ids[0]) ?? [], sketches.get(ids[1]) ?? [])
    return share >= LEAST_LIKENESS ? [{ ids, likeness: share }] : []
  })
}

function push<Key>(map: Map<Key, string[]>, key: Key, value: string): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
