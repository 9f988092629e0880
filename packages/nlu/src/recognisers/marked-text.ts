import type { Slot, SlotValue } from '../understanding'

type Marked = 'email' | 'url' | 'phone'

/** Bounded repeats only: none of these can run away on a hostile text. */
const PATTERNS: readonly (readonly [Marked, RegExp])[] = [
  ['email', /(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,4}/g],
  ['url', /\b(?:https?:\/\/|www\.)[^\s<>"'，。；！？、）】》”]{2,2000}[^\s<>"'，。；！？、）】》”.,;:!?)]/gi],
  ['phone', /(?<![\d+])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g],
  ['phone', /(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)/g],
  ['phone', /(?<![\d+])\+\d{1,3}[ -]?(?:\(\d{1,4}\)|\d{1,4})(?:[ -]?\d{2,4}){2,4}(?!\d)/g],
  ['phone', /(?<![\d-])\d{3}-\d{3}-\d{4}(?![\d-])/g],
]
const QUOTED =
  /《([^《》\n]{1,120})》|“([^“”\n]{1,120})”|「([^「」\n]{1,120})」|『([^『』\n]{1,120})』|(?<!\w)"([^"\n]{1,120})"/g

/** Quoted titles, e-mail addresses, links and telephone numbers. */
export function markedText(text: string): Slot[] {
  const quoted = [...text.matchAll(QUOTED)].map((match) =>
    slot(match, { type: 'title', title: (match.slice(1).find((group) => group !== undefined) ?? '').trim() }),
  )
  const others = PATTERNS.flatMap(([type, pattern]) =>
    [...text.matchAll(pattern)].map((match) => slot(match, { type, text: match[0] })),
  )
  return [...quoted, ...others]
}

const slot = (match: RegExpExecArray, value: SlotValue): Slot => ({
  start: match.index,
  end: match.index + match[0].length,
  text: match[0],
  value,
  source: 'pattern',
})
