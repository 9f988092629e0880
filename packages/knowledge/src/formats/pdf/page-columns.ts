import type { Line, Segment } from './page-lines'

/** Fewer lines side by side are no columns of text. */
const MIN_LINES = 5
/** In sizes of the letters; narrower columns are those of a table. */
const MIN_WIDTH = 12
/** Prose fills its column; cells of a table do not. */
const FILLED_SHARE = 0.6

/**
 * Puts lines into reading order: where text is set in columns, the left one before the right one, between whatever
 * crosses them.
 */
export function splitColumns(lines: readonly Line[]): Line[][] {
  const gutter = findGutter(lines)
  if (gutter === undefined) return [[...lines]]
  const crosses = (line: Line) => line.segments.some(({ x, end }) => x < gutter && end > gutter)
  const parts: Line[][] = []
  let isGrowing = false
  for (const run of runsOf(lines, crosses)) {
    const isSplit = !crosses(run[0]!) && isColumnar(run, gutter)
    if (isSplit) parts.push(...sidesOf(run, gutter).flatMap(splitColumns))
    // A wide cell of a table crosses too: what is no column stays with what stands above it.
    else if (isGrowing) parts.at(-1)!.push(...run)
    else parts.push([...run])
    isGrowing = !isSplit
  }
  return parts
}

const sidesOf = (run: readonly Line[], gutter: number): Line[][] => [
  sideOf(run, ({ x }) => x < gutter),
  sideOf(run, ({ x }) => x >= gutter),
]

/** Where most lines with a gap have it. */
function findGutter(lines: readonly Line[]): number | undefined {
  const gaps = lines.flatMap(({ segments }) =>
    segments.slice(1).map((segment, at) => ({ from: segments[at]!.end, to: segment.x })),
  )
  if (gaps.length < MIN_LINES) return undefined
  const holding = (place: number) => gaps.filter(({ from, to }) => from < place && place < to).length
  const places = gaps.map(({ from, to }) => (from + to) / 2)
  const best = places.reduce((a, b) => (holding(b) > holding(a) ? b : a))
  return holding(best) >= MIN_LINES ? best : undefined
}

function runsOf(lines: readonly Line[], of: (line: Line) => boolean): Line[][] {
  const runs: Line[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (run && of(run[0]!) === of(line)) run.push(line)
    else runs.push([line])
  }
  return runs
}

function isColumnar(run: readonly Line[], gutter: number): boolean {
  return [(segment: Segment) => segment.x < gutter, (segment: Segment) => segment.x >= gutter].every((isSide) => {
    const side = sideOf(run, isSide)
    if (side.length < MIN_LINES) return false
    const segments = side.flatMap((line) => line.segments)
    const width = Math.max(...segments.map(({ end }) => end)) - Math.min(...segments.map(({ x }) => x))
    const widths = segments.map(({ x, end }) => end - x).sort((a, b) => a - b)
    const median = widths[widths.length >> 1]!
    return width >= MIN_WIDTH * side[0]!.size && median >= FILLED_SHARE * width
  })
}

function sideOf(lines: readonly Line[], isSide: (segment: Segment) => boolean): Line[] {
  return lines
    .map((line) => ({ ...line, segments: line.segments.filter(isSide) }))
    .filter((line) => line.segments.length > 0)
}
