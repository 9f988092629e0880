import type { Line } from './page-lines'

export interface HeadingScale {
  /** 1 to 6; 0 for what is no heading. */
  levelOf(size: number, text: string): number
}

/** How much larger than the text a heading is. */
const LARGER = 1.12
const LONGEST = 120
const LEVELS = 6

/** `第三章 …`, `4.2 …`: headings where they are no larger than the text. */
const NUMBERED = /^(?:第[一二三四五六七八九十百\d]+[章节编]|\d{1,2}(?:\.\d{1,2}){1,3}\s)\s*\S[^。.；;，,]{0,60}$/

/** Sizes of letters as ranks: most of a document is its text, and what is larger are headings, the largest first. */
export function createHeadingScale(lines: readonly { readonly line: Line; readonly text: string }[]): HeadingScale {
  const weights = new Map<number, number>()
  for (const { line, text } of lines)
    weights.set(rounded(line.size), (weights.get(rounded(line.size)) ?? 0) + text.length)
  const body = [...weights].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0]
  const isLarger = (size: number) => size >= body * LARGER
  const sizes = [...weights.keys()].filter(isLarger).sort((a, b) => b - a)
  return {
    levelOf(size, text) {
      if (text.length > LONGEST || !/\p{L}/u.test(text)) return 0
      if (isLarger(rounded(size))) return Math.min(LEVELS, sizes.indexOf(rounded(size)) + 1)
      return NUMBERED.test(text) ? Math.min(LEVELS, sizes.length + 1) : 0
    },
  }
}

/** To half points: programs compute sizes. */
const rounded = (size: number): number => Math.round(size * 2) / 2
