/** Of times in milliseconds, to a tenth. */
export const percentile = (spent, share) => {
  const sorted = spent.toSorted((one, other) => one - other)
  return Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1))
}
