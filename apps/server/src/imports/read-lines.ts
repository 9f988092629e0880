import type { Readable } from 'node:stream'

/** A line of a text file; `text` is null where it is longer than a line may be, which is passed over unread. */
export interface Line {
  readonly number: number
  readonly text: string | null
  /** Bytes up to its end, its own line feed included. */
  readonly endsAt: number
}

const LINE_FEED = 10
const BYTE_ORDER_MARK = /^\uFEFF/
const MAX_LINE_BYTES = 32 * 1024 * 1024

/** The lines of a stream of UTF-8; memory holds one line, however long the stream is. */
export async function* readLines(stream: Readable, maxLineBytes = MAX_LINE_BYTES): AsyncIterable<Line> {
  let pieces: Buffer[] = []
  let length = 0
  let number = 0
  let endsAt = 0
  const take = (last: Buffer): Line => {
    length += last.length
    number += 1
    const whole = length > maxLineBytes ? null : Buffer.concat([...pieces, last]).toString('utf8')
    const text = number === 1 && whole ? whole.replace(BYTE_ORDER_MARK, '') : whole
    pieces = []
    length = 0
    return { number, text, endsAt }
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      endsAt += end + 1 - start
      yield take(chunk.subarray(start, end))
      start = end + 1
    }
    const rest = chunk.subarray(start)
    endsAt += rest.length
    length += rest.length
    if (length <= maxLineBytes) pieces.push(rest)
    else pieces = []
  }
  if (length > 0) {
    const rest = pieces.pop() ?? Buffer.alloc(0)
    length -= rest.length
    yield take(rest)
  }
}
