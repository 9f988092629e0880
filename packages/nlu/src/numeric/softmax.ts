/** Turns each row of logits [rows, classes] into log-probabilities, in place. */
export function logSoftmaxRows(logits: Float32Array, classes: number): Float32Array {
  for (let start = 0; start < logits.length; start += classes) logSoftmax(logits.subarray(start, start + classes))
  return logits
}

/** Turns logits into log-probabilities, in place. */
export function logSoftmax(logits: Float32Array): Float32Array {
  let highest = Number.NEGATIVE_INFINITY
  for (let index = 0; index < logits.length; index++) highest = Math.max(highest, logits[index] as number)
  let sum = 0
  for (let index = 0; index < logits.length; index++) sum += Math.exp((logits[index] as number) - highest)
  const logSum = highest + Math.log(sum)
  for (let index = 0; index < logits.length; index++) logits[index] = (logits[index] as number) - logSum
  return logits
}
