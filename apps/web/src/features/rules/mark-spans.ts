interface Part {
  readonly text: string
  readonly start: number
  readonly isMarked: boolean
}

const AROUND = 120

/** A message in parts, what was found in it marked; of a long one the surroundings of the first. */
export function markSpans(message: string, spans: readonly { readonly start: number; readonly end: number }[]): Part[] {
  const ordered = spans.toSorted((left, right) => left.start - right.start)
  const from = Math.max(0, (ordered[0]?.start ?? 0) - AROUND)
  const until = Math.min(message.length, (ordered[0]?.end ?? 0) + AROUND)
  const parts: Part[] = []
  const add = (start: number, end: number, isMarked: boolean) => {
    const [first, last] = [Math.max(start, from), Math.min(end, until)]
    if (last > first) parts.push({ text: message.slice(first, last), start: first, isMarked })
  }
  let at = 0
  for (const { start, end } of ordered) {
    if (start < at) continue
    add(at, start, false)
    add(start, end, true)
    at = end
  }
  add(at, message.length, false)
  return parts
}
