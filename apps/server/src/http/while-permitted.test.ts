import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { whilePermitted } from './while-permitted'

/** A reader so slow that permissions change meanwhile. */
async function* slowly(pieces: number) {
  for (let count = 0; count < pieces; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    yield Buffer.from('piece ')
  }
}

describe('a long download', () => {
  it('goes to its end while it is permitted', async () => {
    const bytes = whilePermitted(Readable.from(slowly(6)), async () => true)
    expect(String(await buffer(bytes))).toBe('piece '.repeat(6))
  })

  it('breaks off within a second when permission is taken', async () => {
    let pieces = 0
    const source = Readable.from(slowly(100))
    const bytes = whilePermitted(source, async () => false)
    const reading = (async () => {
      for await (const _ of bytes) pieces += 1
    })()
    await expect(reading).rejects.toMatchObject({ code: 'forbidden' })
    expect(pieces).toBeLessThan(7)
    expect(source.destroyed).toBe(true)
  })
})
