import { foldTraditional } from '@parley/text'

/** Ways in which people's messages differ from tidy ones without meaning anything else. */
export const PERTURBATION_NAMES = [
  'typo',
  'missingSpace',
  'extraSpaces',
  'fullWidth',
  'traditional',
  'upperCase',
  'emoji',
  'punctuation',
] as const

export type PerturbationName = (typeof PERTURBATION_NAMES)[number]

/** `random` gives numbers in [0, 1). Returns the text itself where there is nothing to change. */
export type Perturbation = (text: string, random: () => number) => string

const LATIN_WORD = /[a-z]{4,}/gi
const EMOJI = ['🙏', '😊', '👍', '😅', '🎉']
const ENDINGS = ['!!', '...', '～', '。。', ' ??']
const FULL_WIDTH_SHIFT = 0xfee0

export const PERTURBATIONS: Readonly<Record<PerturbationName, Perturbation>> = {
  typo: mistype,
  missingSpace: (text, random) => changeOne(text, /(?<=\p{L}) (?=\p{L})/gu, random, () => ''),
  extraSpaces: (text) => ` ${text.replaceAll(/ |(?<=\p{Script=Han})(?=\p{Script=Latin}|\d)/gu, '  ')} `,
  fullWidth: (text) => text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + FULL_WIDTH_SHIFT)),
  traditional: (text) =>
    text.replaceAll(/\p{Script=Han}/gu, (character) => toTraditional().get(character) ?? character),
  upperCase: (text) => text.toUpperCase(),
  emoji: (text, random) => `${text} ${pick(EMOJI, random)}`,
  punctuation: (text, random) => text.replace(/[\s.!?。！？…]*$/u, pick(ENDINGS, random)),
}

let traditionalBySimplified: ReadonlyMap<string, string> | undefined

/** The folding that matching uses, turned round. Characters that Taiwan writes every day as they are stay: 同, 家, 里. */
function toTraditional(): ReadonlyMap<string, string> {
  if (traditionalBySimplified !== undefined) return traditionalBySimplified
  const everyday = new Set(everydayTraditional())
  const changed = [...everyday].filter((character) => !everyday.has(foldTraditional(character)))
  traditionalBySimplified = new Map(changed.toReversed().map((character) => [foldTraditional(character), character]))
  return traditionalBySimplified
}

/** The 5,401 characters of Big5's first level, by frequency of use the everyday ones: lead bytes A4 to C6. */
function everydayTraditional(): string[] {
  const pairs: number[] = []
  for (let lead = 0xa4; lead <= 0xc6; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail < 0x7f || trail > 0xa0) pairs.push(lead, trail)
  }
  return new TextDecoder('big5').decode(Uint8Array.from(pairs)).match(/\p{Script=Han}/gu) ?? []
}

/** One slip of the finger in one longer word: two letters change places, one is left out, doubled, or hit beside. */
function mistype(text: string, random: () => number): string {
  return changeOne(text, LATIN_WORD, random, (word) => {
    const at = 1 + Math.floor(random() * (word.length - 2))
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
    const slips = [
      before + after.charAt(0) + letter + after.slice(1),
      before + after,
      before + letter + letter + after,
      before + neighbourOf(letter) + after,
    ]
    return pick(slips, random)
  })
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** The key to the right, or to the left at the end of a row. */
function neighbourOf(letter: string): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase())) ?? letter
  const at = row.indexOf(letter.toLowerCase())
  return row.charAt(at + 1) || row.charAt(at - 1) || letter
}

/** Changes one match of the pattern, drawn at random. */
function changeOne(text: string, pattern: RegExp, random: () => number, change: (match: string) => string): string {
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return text
  const { 0: match, index } = pick(matches, random)
  return text.slice(0, index) + change(match) + text.slice(index + match.length)
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item
}
