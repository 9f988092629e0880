import { Transform } from 'node:stream'
import { ParleyError } from '@parley/protocol'

/** Lets so many bytes through; the first one more ends it, and passes on nothing of the piece that it came in. */
export function bounded(maxBytes: number): Transform {
  let left = maxBytes
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      left -= piece.length
      if (left < 0) done(new ParleyError('payload_too_large', { limit: maxBytes }))
      else done(null, piece)
    },
  })
}
