/** The slots that hold a term, in order, and how often each does. */
export interface Posting {
  readonly slots: Int32Array
  readonly counts: Uint8Array
}

const BLOCK_BITS = 20
const BLOCK_BYTES = 1 << BLOCK_BITS
/** A chunk begins with the address of the next one. */
const LINK_BYTES = 4
const LEAST_CHUNK = 12
const LARGEST_CHUNK = 1_024
/** More often is not told apart: term frequency has long ceased to matter. */
const LARGEST_COUNT = 255

/** What is kept of each term, one after another. */
const HEAD = 0
const TAIL = 1
/** Where the next entry goes. */
const AT = 2
/** Where its last chunk ends. */
const END = 3
const LAST_SLOT = 4
const FREQUENCY = 5
const FIELDS = 6

/**
 * For each term the slots that hold it, in some two bytes an entry: the distance from the slot before and whether it
 * stands there several times, seven bits a byte, then how often. Entries lie in chunks that follow one another and grow
 * with the term, so that adding copies nothing; a zero ends a chunk.
 */
export class Postings {
  private readonly numbers = new Map<string, number>()
  private fields = new Uint32Array(FIELDS * 1_024)
  private readonly blocks: Uint8Array[] = []
  /** Where the next chunk may begin. */
  private free = 0

  /** Bytes taken by the entries and what is kept of each term, without the terms themselves. */
  get size(): number {
    return this.blocks.length * BLOCK_BYTES + this.fields.byteLength
  }

  /** @param slot higher than every slot added with this term before */
  add(term: string, slot: number, count: number): void {
    const field = FIELDS * this.numberOf(term)
    const { fields } = this
    const before = fields[field + FREQUENCY] === 0 ? -1 : fields[field + LAST_SLOT]!
    const isSeveral = count > 1 ? 1 : 0
    const value = (slot - before) * 2 + isSeveral
    if (fields[field + END]! - fields[field + AT]! <= bytesOf(value) + isSeveral) this.openChunk(field)
    fields[field + AT] = this.write(fields[field + AT]!, value, isSeveral ? Math.min(count, LARGEST_COUNT) : 0)
    fields[field + LAST_SLOT] = slot
    fields[field + FREQUENCY]! += 1
  }

  /** Of the slots whose flag is 1. */
  read(term: string, flags: Uint8Array): Posting {
    const number = this.numbers.get(term)
    const frequency = number === undefined ? 0 : this.fields[FIELDS * number + FREQUENCY]!
    const slots = new Int32Array(frequency)
    const counts = new Uint8Array(frequency)
    let found = 0
    if (number !== undefined) {
      this.visit(number, (slot, count) => {
        if (flags[slot] !== 1) return
        slots[found] = slot
        counts[found++] = count
      })
    }
    return { slots: slots.subarray(0, found), counts: counts.subarray(0, found) }
  }

  /** The same with other numbers for the slots, in the same order; those whose number is below zero are gone. */
  renumbered(numberOf: Int32Array): Postings {
    const renumbered = new Postings()
    for (const [term, number] of this.numbers) {
      this.visit(number, (slot, count) => {
        if (numberOf[slot]! >= 0) renumbered.add(term, numberOf[slot]!, count)
      })
    }
    return renumbered
  }

  private visit(number: number, take: (slot: number, count: number) => void): void {
    let chunk = this.fields[FIELDS * number + HEAD]!
    let slot = -1
    do {
      const block = this.blocks[chunk >>> BLOCK_BITS]!
      const start = chunk & (BLOCK_BYTES - 1)
      for (let at = start + LINK_BYTES; block[at] !== 0; ) {
        let value = block[at]! & 127
        for (let shift = 7; block[at++]! > 127; shift += 7) value |= (block[at]! & 127) << shift
        slot += value >>> 1
        take(slot, value & 1 ? block[at++]! : 1)
      }
      chunk = block[start]! | (block[start + 1]! << 8) | (block[start + 2]! << 16) | (block[start + 3]! << 24)
    } while (chunk !== 0)
  }

  private write(address: number, value: number, count: number): number {
    const block = this.blocks[address >>> BLOCK_BITS]!
    const start = address & (BLOCK_BYTES - 1)
    let at = start
    let rest = value
    for (; rest > 127; rest >>>= 7) block[at++] = (rest & 127) | 128
    block[at++] = rest
    if (count > 0) block[at++] = count
    return address + at - start
  }

  private numberOf(term: string): number {
    const known = this.numbers.get(term)
    if (known !== undefined) return known
    const number = this.numbers.size
    this.numbers.set(term, number)
    if (FIELDS * (number + 1) > this.fields.length) {
      const fields = new Uint32Array(this.fields.length * 2)
      fields.set(this.fields)
      this.fields = fields
    }
    return number
  }

  private openChunk(field: number): void {
    const { fields } = this
    const size = Math.min(LARGEST_CHUNK, Math.max(LEAST_CHUNK, fields[field + FREQUENCY]!))
    const chunk = this.takeBytes(size)
    if (fields[field + FREQUENCY] === 0) fields[field + HEAD] = chunk
    else this.link(fields[field + TAIL]!, chunk)
    fields[field + TAIL] = chunk
    fields[field + AT] = chunk + LINK_BYTES
    fields[field + END] = chunk + size
  }

  private link(chunk: number, next: number): void {
    const block = this.blocks[chunk >>> BLOCK_BITS]!
    const start = chunk & (BLOCK_BYTES - 1)
    for (let byte = 0; byte < LINK_BYTES; byte++) block[start + byte] = (next >>> (8 * byte)) & 255
  }

  /** No chunk lies in two blocks, and none at address 0, which means none. */
  private takeBytes(size: number): number {
    const isFull = (this.free & (BLOCK_BYTES - 1)) + size > BLOCK_BYTES || this.blocks.length === 0
    if (isFull) {
      this.free = this.blocks.length * BLOCK_BYTES || LINK_BYTES
      this.blocks.push(new Uint8Array(BLOCK_BYTES))
    }
    const address = this.free
    this.free += size
    return address
  }
}

/** Of a number in seven bits a byte. */
function bytesOf(value: number): number {
  return Math.ceil((32 - Math.clz32(value)) / 7)
}
