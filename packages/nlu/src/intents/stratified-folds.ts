import { createRandom, shuffle } from '../numeric/random'

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

/** Cross-validation's folds for a small set, one held-out fifth for a large one. */
export function foldsBySize(labels: readonly number[], seed: number): Fold[] {
  if (labels.length > LARGE) return stratifiedFolds(labels, seed).slice(0, 1)
  return stratifiedFolds(labels, seed, labels.length > MEDIUM ? MEDIUM_FOLDS : FOLDS)
}

/** Every class is spread evenly, and a class with a single row is only ever learnt from. */
export function stratifiedFolds(labels: readonly number[], seed: number, count = FOLDS): Fold[] {
  const parts = assignParts(labels, seed, count)
  return Array.from({ length: count }, (_unused, fold) => ({
    training: rowsWhere(parts, (part) => part !== fold),
    validation: rowsWhere(parts, (part) => part === fold),
  })).filter(({ validation }) => validation.length > 0)
}

/** The part of each row, −1 for one that is never held out. */
function assignParts(labels: readonly number[], seed: number, count: number): number[] {
  const random = createRandom(seed)
  const sizes = countBy(labels)
  const parts = labels.map(() => -1)
  const order = shuffle([...labels.keys()], random).filter((row) => (sizes.get(labels[row] as number) ?? 0) > 1)
  // Dealt class after class without a break: small classes spread over all parts.
  order.sort((left, right) => (labels[left] as number) - (labels[right] as number))
  order.forEach((row, place) => {
    parts[row] = place % count
  })
  return parts
}

function rowsWhere(parts: readonly number[], test: (part: number) => boolean): number[] {
  return [...parts.keys()].filter((row) => test(parts[row] as number))
}

function countBy(labels: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
