import { foldUnit } from './gazetteer'
import type { Unit } from './split-units'

export interface DescribedMessage {
  readonly units: readonly Unit[]
  readonly marks: readonly (readonly string[])[]
  readonly topic: string | undefined
}

const HAN = /\p{Script=Han}/u
const EDGE = '¶'

/** The lexical features of every unit: itself, its neighbours, its shape, its beginning and end, known phrases. */
export function describeUnits({ units, marks, topic }: DescribedMessage): string[][] {
  const words = units.map(({ text }) => foldUnit(text))
  const shapes = units.map(({ text }) => shapeOf(text))
  const word = (at: number) => words[at] ?? EDGE
  return units.map((_unit, at) => [
    'bias',
    ...neighbourhood(word, at),
    ...affixes(word(at)),
    `s0=${shapes[at]}`,
    `s-1=${shapes[at - 1] ?? EDGE}`,
    `s+1=${shapes[at + 1] ?? EDGE}`,
    ...(topic === undefined ? [] : [`topic=${topic}`]),
    ...aroundMarks(marks, at),
  ])
}

function neighbourhood(word: (at: number) => string, at: number): string[] {
  const [before2, before, own, after, after2] = [-2, -1, 0, 1, 2].map((offset) => word(at + offset))
  return [
    `w0=${own}`,
    `w-1=${before}`,
    `w+1=${after}`,
    `w-2=${before2}`,
    `w+2=${after2}`,
    `w-1,0=${before} ${own}`,
    `w0,1=${own} ${after}`,
    `w-2,-1=${before2} ${before}`,
    `w+1,2=${after} ${after2}`,
    `w-1,0,1=${before} ${own} ${after}`,
  ]
}

function affixes(word: string): string[] {
  if (HAN.test(word)) return []
  const lengths = [2, 3, 4].filter((length) => length < word.length)
  return lengths.flatMap((length) => [`p=${word.slice(0, length)}`, `x=${word.slice(-length)}`])
}

function aroundMarks(marks: readonly (readonly string[])[], at: number): string[] {
  return [-1, 0, 1].flatMap((offset) => (marks[at + offset] ?? []).map((mark) => `g${offset}=${mark}`))
}

/** Xx for a capitalised word, d for digits, and so on; runs are written once. */
function shapeOf(text: string): string {
  const classes = [...text].map((character) => {
    if (HAN.test(character)) return '汉'
    if (/\p{Lu}/u.test(character)) return 'X'
    if (/\p{L}/u.test(character)) return 'x'
    return /\p{N}/u.test(character) ? `d${Math.min(5, text.length)}` : character
  })
  return classes.filter((value, index) => value !== classes[index - 1]).join('')
}
