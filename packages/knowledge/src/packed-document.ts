import type { Language } from '@parley/text'
import type { Passage } from './answer-types'
import type { AnswerUnit } from './answer-units'
import type { DocumentSegment, SegmentPassage } from './document-segment'
import type { BlockKind, Place } from './parsed-document'

/** Numbers kept of a passage: start, end, heading path, language, first unit. */
const PASSAGE = 5
/** Numbers kept of a unit: start, end, kind, group. */
const UNIT = 4
/** Of an object with a typed array, as V8 keeps them. */
const OVERHEAD_BYTES = 400
const LANGUAGES: readonly Language[] = ['zh', 'en']
const KINDS: readonly BlockKind[] = ['heading', 'paragraph', 'list-item', 'table-row', 'code']

/**
 * A document with where its passages and units stand, in some hundred bytes a passage: as objects they would take more
 * than their text.
 */
export class PackedDocument {
  readonly id: string
  readonly title: string
  readonly plainText: string
  readonly places: readonly Place[]
  readonly passageCount: number
  private readonly headingPaths: readonly (readonly string[])[]
  private readonly numbers: Int32Array

  constructor({ documentId, title, plainText, places = [], passages }: DocumentSegment) {
    this.id = documentId
    this.title = title
    this.plainText = plainText
    this.places = places
    this.passageCount = passages.length
    const paths = new Map(passages.map(({ headingPath }) => [headingPath.join('\n'), headingPath]))
    this.headingPaths = [...paths.values()]
    this.numbers = numbersOf(passages, [...paths.keys()])
  }

  /** Bytes of memory taken beside the text and its headings. */
  get size(): number {
    return OVERHEAD_BYTES + this.numbers.byteLength
  }

  passage(ordinal: number): Passage {
    const [start, end, path, language] = this.numbers.subarray(ordinal * PASSAGE) as unknown as readonly number[]
    return {
      ...{ id: `${this.id}#${ordinal}`, documentId: this.id, ordinal },
      headingPath: this.headingPaths[path!]!,
      text: this.plainText.slice(start, end),
      ...{ start: start!, end: end!, language: LANGUAGES[language!]! },
    }
  }

  /** The number of the passage's first unit within the document. */
  firstUnit(ordinal: number): number {
    if (ordinal === this.passageCount) return (this.numbers.length - this.passageCount * PASSAGE) / UNIT
    return this.numbers[ordinal * PASSAGE + PASSAGE - 1]!
  }

  units(ordinal: number): AnswerUnit[] {
    const units: AnswerUnit[] = []
    for (let unit = this.firstUnit(ordinal); unit < this.firstUnit(ordinal + 1); unit++) {
      const at = this.passageCount * PASSAGE + unit * UNIT
      const [start, end, kind, group] = this.numbers.subarray(at, at + UNIT) as unknown as readonly number[]
      units.push({ start: start!, end: end!, kind: KINDS[kind!]!, group: group! })
    }
    return units
  }
}

function numbersOf(passages: readonly SegmentPassage[], paths: readonly string[]): Int32Array {
  const pathNumbers = new Map(paths.map((path, number) => [path, number]))
  let firstUnit = 0
  const ofPassages = passages.flatMap(({ start, end, headingPath, language, units }) => {
    const first = firstUnit
    firstUnit += units.length
    return [start, end, pathNumbers.get(headingPath.join('\n'))!, LANGUAGES.indexOf(language), first]
  })
  const ofUnits = passages.flatMap(({ units }) =>
    units.flatMap(({ start, end, kind, group }) => [start, end, KINDS.indexOf(kind), group]),
  )
  return Int32Array.from([...ofPassages, ...ofUnits])
}
