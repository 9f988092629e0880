/** Normalised text that remembers where each of its characters came from. */
export interface NormalisedText {
  readonly text: string
  /** For each UTF-16 unit of `text` the UTF-16 offset in the original; one more entry holds where the last unit's source ends. */
  readonly offsets: Uint32Array
}

/** What normalisation leaves alone: printable ASCII but the space, the Chinese full stop, the common Han characters. */
const PLAIN = /^[\x21-\x7e\u3002\u4e00-\u9fff]/
/** Plain runs; else a character with its marks, or conjoining Hangul: what NFKC may join must stay together. */
const CLUSTER = /[\x21-\x7e\u3002\u4e00-\u9fff]+(?!\p{M})|[\u1100-\u11ff]+|\P{M}\p{M}{0,30}|\p{M}{1,30}/gu
/** Control and format characters (zero-width joiners, direction marks, variation selectors), lone surrogates. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}|\p{Cs}|(?!\s)\p{Cc}/gu
const MARK = /\p{M}/u
const NEEDS_WORK = /[^\x20-\x7e\u3002\u4e00-\u9fff]| {2}|^ | $/

/**
 * The one form in which text is compared: NFKC (full-width letters and digits become plain), invisible characters
 * removed, white space collapsed to single spaces, trimmed. Letter case is kept. Linear in the length.
 */
export function normalise(text: string): string {
  return NEEDS_WORK.test(text) ? normaliseWithOffsets(text).text : text
}

/** {@link normalise}, with the way back: `text.slice(offsets[i], offsets[j])` is what became units i to j. */
export function normaliseWithOffsets(text: string): NormalisedText {
  if (!NEEDS_WORK.test(text)) return { text, offsets: upTo(text.length) }
  const builder = new OffsetTextBuilder()
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    if (PLAIN.test(cluster) && !MARK.test(cluster)) builder.appendPlain(cluster, index)
    else builder.append(cluster.normalize('NFKC').replace(INVISIBLE, ''), index, index + cluster.length)
  }
  return builder.finish()
}

/** 0 to `end`, each its own: a loop, since `Uint32Array.from` goes through an iterator. */
function upTo(end: number): Uint32Array {
  const offsets = new Uint32Array(end + 1)
  for (let unit = 0; unit <= end; unit++) offsets[unit] = unit
  return offsets
}

class OffsetTextBuilder {
  private readonly parts: string[] = []
  private readonly offsets: number[] = []
  private pendingSpaceAt = -1
  private end = 0

  /** Text that stands for itself, unit by unit. */
  appendPlain(piece: string, start: number): void {
    this.flushSpace()
    this.parts.push(piece)
    for (let unit = 0; unit < piece.length; unit++) this.offsets.push(start + unit)
    this.end = start + piece.length
  }

  /** One cluster: all that came of it points to where it began. */
  append(piece: string, start: number, end: number): void {
    for (const character of piece) {
      if (/\s/.test(character)) {
        if (this.pendingSpaceAt < 0) this.pendingSpaceAt = start
      } else {
        this.flushSpace()
        this.push(character, start)
        this.end = end
      }
    }
  }

  finish(): NormalisedText {
    this.offsets.push(this.end)
    return { text: this.parts.join(''), offsets: Uint32Array.from(this.offsets) }
  }

  private flushSpace(): void {
    if (this.pendingSpaceAt >= 0 && this.parts.length > 0) this.push(' ', this.pendingSpaceAt)
    this.pendingSpaceAt = -1
  }

  private push(character: string, start: number): void {
    this.parts.push(character)
    for (let unit = 0; unit < character.length; unit++) this.offsets.push(start)
  }
}
