import { describe, expect, it } from 'vitest'
import { createProgress } from './progress'

function streamOf(isTTY: boolean, columns = 80) {
  const written: string[] = []
  return { written, stream: { isTTY, columns, write: (text: string) => written.push(text) } }
}

describe('progress', () => {
  it('is a plain line a step outside a terminal, and again when the step takes long', () => {
    let now = 0
    const { written, stream } = streamOf(false)
    const progress = createProgress(stream, () => now)
    for (now = 0; now <= 6_000; now += 1_000) progress.show(`indexing ${now / 1_000} of 6`)
    progress.show('searching 1 of 2')
    progress.end()
    expect(written).toEqual(['indexing 0 of 6\n', 'indexing 5 of 6\n', 'searching 1 of 2\n'])
  })

  it('overwrites its line on a terminal, never wraps it, and takes it away at the end', () => {
    const { written, stream } = streamOf(true, 40)
    const progress = createProgress(stream, () => 0)
    progress.show('汉'.repeat(100))
    progress.end()
    expect(written).toEqual([`\r\u001b[K${'汉'.repeat(19)}`, '\r\u001b[K'])
  })
})
