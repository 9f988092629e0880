import { numbersIn } from '../number-values'

/** A text whose numbers are replaced by marks, so that patterns can speak of any number. */
export interface NumberTokens {
  /** Lower case, white space made one space; `⟦0⟧` stands for the first number. */
  readonly text: string
  readonly values: readonly number[]
}

/** Source of a pattern for any number, whose group is its place. */
export const NUMBER_MARK = '⟦(\\d+)⟧'

/** In `5-10万元` the first number is 50,000: its scale is written behind the second. */
const SHARED_SCALE = /^(\d[\d.,]*) ?([千万亿]|k|thousand|million)$/

export function tokeniseNumbers(written: string): NumberTokens {
  const plain = written.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
  const numbers = numbersIn(plain)
  const parts: string[] = []
  let last = 0
  numbers.forEach(({ start, end }, at) => {
    parts.push(plain.slice(last, start), `⟦${at}⟧`)
    last = end
  })
  parts.push(plain.slice(last))
  const values = numbers.map(({ value, start, end }, at) => {
    const next = numbers[at + 1]
    const isJoined = next && /^ ?[-–—~至到] ?$/.test(plain.slice(end, next.start))
    const scale = isJoined && SHARED_SCALE.exec(plain.slice(next.start, next.end))
    const isBare = /^[\d.,]+$/.test(plain.slice(start, end))
    return scale && isBare ? value * (next.value / Number(scale[1]!.replaceAll(',', ''))) : value
  })
  return { text: parts.join(''), values }
}
