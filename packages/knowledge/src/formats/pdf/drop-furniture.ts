import type { Line } from './page-lines'

/** So many lines at the top and the bottom of a page may be its header and footer. */
const EDGE = 2
const MIN_PAGES = 3
const MIN_SHARE = 0.4
const PAGE_NUMBER =
  /^[-–—·|\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/，,共]+\s*\d{1,4}\s*页?)?|page\s+\d+(?:\s+of\s+\d+)?|\d+\s+of\s+\d+)[-–—·|\s]*$/iu

/** A table of contents: dots that lead to the number of a page. */
const LEADER = /(?:[.·…]\s?){6,}\s*\d{1,4}$/

/** Leaves out what stands on most pages, their numbers, and tables of contents. */
export function dropFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const shape of new Set(edgesOf(page).map(shapeOf))) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  const isRepeated = (line: Line) => {
    const count = counts.get(shapeOf(line)) ?? 0
    return count >= MIN_PAGES && count >= pages.length * MIN_SHARE
  }
  return pages.map((page) => {
    const edges = edgesOf(page)
    const isOutermost = (line: Line) => line === page[0] || line === page.at(-1)
    const isFurniture = (line: Line) =>
      edges.includes(line) && (isRepeated(line) || (isOutermost(line) && PAGE_NUMBER.test(textOf(line))))
    return page.filter((line) => !isFurniture(line) && !LEADER.test(textOf(line)))
  })
}

const edgesOf = (page: readonly Line[]): Line[] => [...page.slice(0, EDGE), ...page.slice(EDGE).slice(-EDGE)]

const textOf = ({ segments }: Line): string => segments.map(({ text }) => text.trim()).join(' ')

/** `Page 3 of 9` is the same on every page. */
const shapeOf = (line: Line): string => textOf(line).replace(/\d+/g, '#')
