/** Rows to learn from and rows to judge by. */
export interface Fold {
  readonly training: readonly number[]
  readonly validation: readonly number[]
}

/** From here on one part held out is enough to judge by, and several fits would take long. */
const LARGE = 3000
/** From here on three folds are enough: each still learns from a thousand rows. */
const MEDIUM = 1500
const FOLDS = 5
const MEDIUM_FOLDS = 3

/** Rows to be dealt. */
export interface Dealt {
  /** The class of each, which is spread evenly. */
  readonly labels: readonly number[]
  /** What each says: a row keeps its part when others are added or taken away. */
  readonly texts: readonly string[]
  readonly seed: number
}

/** Cross-validation's folds for a small set, one held-out fifth for a large one. */
export function foldsBySize(rows: Dealt): Fold[] {
  const size = rows.labels.length
  if (size > LARGE) return stratifiedFolds(rows).slice(0, 1)
  return stratifiedFolds(rows, size > MEDIUM ? MEDIUM_FOLDS : FOLDS)
}

/** Every class is spread evenly, and a class with a single row is only ever learnt from. */
export function stratifiedFolds(rows: Dealt, count = FOLDS): Fold[] {
  const parts = assignParts(rows, count)
  return Array.from({ length: count }, (_unused, fold) => ({
    training: rowsWhere(parts, (part) => part !== fold),
    validation: rowsWhere(parts, (part) => part === fold),
  })).filter(({ validation }) => validation.length > 0)
}

/**
 * The part of each row, −1 for one that is never held out. A row wants the part that its text names, and gets the next one
 * that has room for another row of its class: what one more row moves is a few rows of that class.
 */
function assignParts({ labels, texts, seed }: Dealt, count: number): number[] {
  const hashes = texts.map((text) => hashOf(text, seed))
  const sizes = countBy(labels)
  const taken = new Map<string, number>()
  const parts = labels.map(() => -1)
  const order = [...labels.keys()].sort((left, right) => (hashes[left] as number) - (hashes[right] as number))
  for (const row of order) {
    const label = labels[row] as number
    const size = sizes.get(label) as number
    if (size === 1) continue
    let part = (hashes[row] as number) % count
    while ((taken.get(`${label}-${part}`) ?? 0) >= Math.ceil(size / count)) part = (part + 1) % count
    taken.set(`${label}-${part}`, (taken.get(`${label}-${part}`) ?? 0) + 1)
    parts[row] = part
  }
  return parts
}

/** FNV-1a, mixed once more: neighbouring texts are to be far apart (Murmur's finaliser, public domain). */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function rowsWhere(parts: readonly number[], test: (part: number) => boolean): number[] {
  return [...parts.keys()].filter((row) => test(parts[row] as number))
}

function countBy(labels: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
