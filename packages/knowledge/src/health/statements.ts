import { sentencesOf } from '../chunk-sentences'
import { numbersIn } from '../number-values'

/** A sentence with numbers: what it says of what. */
export interface Statement {
  readonly documentId: string
  readonly start: number
  readonly text: string
  /** The words without the numbers, in their order: equal for two sentences about the same. */
  readonly frame: string
  readonly values: readonly (number | string)[]
  /** Under which heading it stands; empty: under none. */
  readonly heading: string
}

/** What is read of a document. */
export interface ComparedDocument {
  readonly id: string
  readonly plainText: string
  readonly passages: readonly {
    readonly start: number
    readonly end: number
    readonly headingPath: readonly string[]
  }[]
}

const MOST_STATEMENTS = 2_000
const LONGEST = 300
/** Fewer words name nothing in particular. */
const FEWEST_WORDS = 3

/** Sentences and table rows of a document that name numbers or dates. */
export function statementsOf({ id, plainText, passages }: ComparedDocument): Statement[] {
  const found: Statement[] = []
  for (const { start, end, headingPath } of passages) {
    for (const sentence of sentencesOf(plainText, start, end)) {
      if (found.length >= MOST_STATEMENTS) return found
      const text = plainText.slice(sentence.start, sentence.end).trim()
      const framed = text.length <= LONGEST ? frameOf(text) : undefined
      if (framed)
        found.push({ documentId: id, start: sentence.start, text, heading: plain(headingPath.at(-1) ?? ''), ...framed })
    }
  }
  return found
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

const DATE =
  /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b|(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]|\b(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (\d{4})\b/g
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'
/** What such a word counts is a name and no amount: room 4, step 2, version 3, 第三章. */
const LABEL =
  /(?:\b(?:room|chapter|step|page|version|section|article|no\.?|number|floor|line|figure|table|item|level|grade|phase|part|appendix|building|unit|iso|form)\s*|第\s*|[a-z]-)$/u
const WORD = /\p{Script=Han}+|[\p{Letter}][\p{Letter}\p{Mark}'’]*|⟦[^⟧]*⟧|∎/gu
/** Where a number stood. */
const PLACE = '∎'
const FILLERS = new Set(
  'the a an is are was were has have had be of for to in on at by and or that this it as with will may can must shall'.split(
    ' ',
  ),
)

interface Framed {
  readonly frame: string
  readonly values: readonly (number | string)[]
}

function frameOf(text: string): Framed | undefined {
  const values: (number | string)[] = []
  const dated = plain(text).replace(DATE, (...parts) => {
    values.push(dateOf(parts))
    return ` ${PLACE} `
  })
  let framed = ''
  let at = 0
  for (const number of numbersIn(dated)) {
    const isLabel = LABEL.test(dated.slice(0, number.start))
    framed += dated.slice(at, number.start) + (isLabel ? `⟦${number.value}⟧` : ` ${PLACE} `)
    if (!isLabel) values.push(number.value)
    at = number.end
  }
  const words = (framed + dated.slice(at)).match(WORD)?.filter((word) => !FILLERS.has(word)) ?? []
  const said = words.filter((word) => word !== PLACE)
  if (values.length === 0 || weightOf(said) < FEWEST_WORDS) return undefined
  return { frame: words.join(' '), values }
}

/** A run of Chinese is several words. */
const weightOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (/^\p{Script=Han}/u.test(word) ? word.length / 2 : 1), 0)

function dateOf(parts: readonly unknown[]): string {
  const [, y, m, d, zy, zm, zd, ed, em, ey] = parts as (string | undefined)[]
  if (em) return [ey, MONTHS.indexOf(em) / 3 + 1, Number(ed)].join('-')
  return [y ?? zy, Number(m ?? zm), Number(d ?? zd)].join('-')
}
