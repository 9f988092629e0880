/**
 * Units of many messages ordered by place, then message, the longest message first: the messages that reach place
 * t + 1 are then the first ones of those at place t, and every step is one block of rows.
 */
export interface TimeMajorLayout {
  readonly rows: number
  /** The block of rows of each place. */
  readonly steps: readonly { readonly first: number; readonly count: number }[]
  /** Messages, the longest first. */
  readonly order: readonly number[]
}

/** @param lengths units of each message, each over 0. */
export function layOut(lengths: readonly number[]): TimeMajorLayout {
  const order = [...lengths.keys()].sort((left, right) => (lengths[right] as number) - (lengths[left] as number))
  const steps: { first: number; count: number }[] = []
  let rows = 0
  let count = order.length
  for (let step = 0; ; step++) {
    while (count > 0 && (lengths[order[count - 1] as number] as number) <= step) count--
    if (count === 0) return { rows, steps, order }
    steps.push({ first: rows, count })
    rows += count
  }
}

/** Items of each message, in the layout's order of rows. */
export function toTimeMajor<Item>(layout: TimeMajorLayout, messages: readonly (readonly Item[])[]): Item[] {
  return layout.steps.flatMap(({ count }, step) =>
    layout.order.slice(0, count).map((message) => messages[message]?.[step] as Item),
  )
}
