import { useMemo, useState } from 'react'

/** How many rows are drawn at first, and more at each press: five thousand at once hold up the page for seconds. */
const A_PAGE = 100

/** The first rows of a long list, and a way to more. */
export function useFirst<Item>(list: readonly Item[]) {
  const [most, setMost] = useState(A_PAGE)
  const shown = useMemo(() => list.slice(0, most), [list, most])
  return { shown, left: list.length - shown.length, showMore: () => setMost(most + A_PAGE) }
}
