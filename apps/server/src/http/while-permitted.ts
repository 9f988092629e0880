import { Readable } from 'node:stream'
import { ParleyError } from '@parley/protocol'

/** Long downloads outlive permissions: they are asked for again this often. */
const ASK_EVERY_MS = 500

/** The same bytes, for as long as they may be read; then the answer breaks off. */
export function whilePermitted(source: Readable, isPermitted: () => Promise<boolean>): Readable {
  return Readable.from(guarded(source, isPermitted), { objectMode: false })
}

async function* guarded(source: Readable, isPermitted: () => Promise<boolean>) {
  let askedAt = performance.now()
  for await (const piece of source) {
    if (performance.now() - askedAt > ASK_EVERY_MS) {
      if (!(await isPermitted())) throw new ParleyError('forbidden', { action: 'read_file' })
      askedAt = performance.now()
    }
    yield piece
  }
}
