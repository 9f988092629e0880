/** A run of glyphs as a page places it, in points; y grows upwards. */
export interface Fragment {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  readonly size: number
}

/** What stands on one base line without a wide gap: a line of a column, or a cell. */
export type Segment = Fragment

export interface Line {
  readonly y: number
  /** Of its longest segment. */
  readonly size: number
  /** From left to right. */
  readonly segments: readonly Segment[]
}

/** In sizes of the letters: how far glyphs on one line are apart in height, words apart, columns apart. */
const SAME_LINE = 0.45
const WORD_GAP = 0.18
const COLUMN_GAP = 0.9

/** Lines from the top of the page to its bottom. */
export function linesOf(fragments: readonly Fragment[]): Line[] {
  const lines: Fragment[][] = []
  for (const fragment of fragments.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1)
    const first = line?.[0]
    const reach = SAME_LINE * Math.max(fragment.size, first?.size ?? 0)
    if (line && first && first.y - fragment.y <= reach) line.push(fragment)
    else lines.push([fragment])
  }
  return lines.map(toLine)
}

function toLine(fragments: readonly Fragment[]): Line {
  const segments = mergeMarkers(joinNeighbours(fragments.toSorted((a, b) => a.x - b.x)))
  const longest = segments.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  return { y: fragments[0]!.y, size: longest.size, segments }
}

function joinNeighbours(fragments: readonly Fragment[]): Segment[] {
  const segments: Segment[] = []
  for (const fragment of fragments) {
    const last = segments.at(-1)
    const gap = last ? fragment.x - last.end : 0
    const size = last ? Math.max(last.size, fragment.size) : fragment.size
    if (!last || gap > COLUMN_GAP * size) segments.push(fragment)
    // The same glyphs printed twice, a little shifted, are how some programs make bold.
    else if (fragment.text === last.text && Math.abs(fragment.x - last.x) < WORD_GAP * size) continue
    else segments[segments.length - 1] = join(last, fragment, gap > WORD_GAP * size ? ' ' : '')
  }
  return segments
}

const LIST_MARKER = /^(?:[•·▪●○◦‣■□*–—-]|\d{1,3}[.)、]|[(（]\d{1,3}[)）]|[a-z][.)])$/

/** Prose after a bare number: a step, where a cell of a table would be shorter. */
const STEP_LENGTH = 20

/** A marker and what it marks are one, however far the tab between them. */
function mergeMarkers(segments: readonly Segment[]): Segment[] {
  const [first, second, ...others] = segments
  if (!first || !second) return [...segments]
  const marker = first.text.trim()
  const isStep = /^\d{1,2}$/.test(marker) && others.length === 0 && second.text.length > STEP_LENGTH
  if (isStep) return [join({ ...first, text: `${marker}.` }, second, ' ')]
  return LIST_MARKER.test(marker) ? [join(first, second, ' '), ...others] : [...segments]
}

function join(left: Segment, right: Segment, space: string): Segment {
  const text =
    left.text.trimEnd() +
    (space || (/\s$/.test(left.text) || /^\s/.test(right.text) ? ' ' : '')) +
    right.text.trimStart()
  const isLeftLonger = left.text.length >= right.text.length
  return { text, x: left.x, end: Math.max(left.end, right.end), y: left.y, size: isLeftLonger ? left.size : right.size }
}
