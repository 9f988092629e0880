/**
 * SentencePiece's normalisation as XLM-R was trained with: the file's own map of code points, runs of spaces made one,
 * spaces written as U+2581 with one in front (Kudo and Richardson 2018, "SentencePiece").
 */
export const META_SPACE = 0x2581
const SPACE = 0x20
const REPLACEMENT_CHARACTER = 0xfffd

export interface NormalisedText {
  readonly length: number
  readonly codePoints: Int32Array
  /** UTF-16 range in the source that code point `i` came from. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** The source went on beyond `maxLength`. */
  readonly isCut: boolean
}

export type CodePointMap = ReadonlyMap<number, readonly number[]>

/**
 * @param maxLength stops after about so many code points; the source's rest is not looked at.
 * A lone surrogate is read as U+FFFD.
 */
export function normaliseText(text: string, map: CodePointMap, maxLength = Number.POSITIVE_INFINITY): NormalisedText {
  const output = new Collector()
  output.push(META_SPACE, 0, 0)
  let index = 0
  while (index < text.length && output.length < maxLength) {
    const codePoint = text.codePointAt(index)!
    const end = index + (codePoint > 0xffff ? 2 : 1)
    for (const mapped of replacement(codePoint, map)) output.pushCollapsed(mapped, index, end)
    index = end
  }
  return output.finish(index < text.length)
}

function replacement(codePoint: number, map: CodePointMap): readonly number[] {
  const isLoneSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff
  const wellFormed = isLoneSurrogate ? REPLACEMENT_CHARACTER : codePoint
  return map.get(wellFormed) ?? [wellFormed]
}

class Collector {
  private readonly codePoints: number[] = []
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  get length(): number {
    return this.codePoints.length
  }

  push(codePoint: number, start: number, end: number): void {
    this.codePoints.push(codePoint)
    this.starts.push(start)
    this.ends.push(end)
  }

  pushCollapsed(codePoint: number, start: number, end: number): void {
    if (codePoint !== SPACE) this.push(codePoint, start, end)
    else if (this.codePoints.at(-1) !== META_SPACE) this.push(META_SPACE, start, end)
  }

  /** Space at the end is nobody's prefix. */
  finish(isCut: boolean): NormalisedText {
    const length = this.codePoints.at(-1) === META_SPACE ? this.length - 1 : this.length
    return {
      length,
      codePoints: Int32Array.from(this.codePoints),
      starts: Int32Array.from(this.starts),
      ends: Int32Array.from(this.ends),
      isCut,
    }
  }
}
