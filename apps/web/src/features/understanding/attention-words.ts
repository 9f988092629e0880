const MOST_NAMED = 4

/** A vocabulary piece as it is read: `▁` stands for the space before a word. A space alone is shown as one. */
export const pieceText = (piece: string): string => piece.replaceAll('▁', '') || '␣'

/** Places of the greatest weights, greatest first. */
export const mostLookedAt = (weights: readonly number[]): readonly number[] =>
  [...weights.keys()]
    .sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
    .slice(0, MOST_NAMED)
    .filter((place) => (weights[place] ?? 0) > 0)
