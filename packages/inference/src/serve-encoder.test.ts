import { describe, expect, test } from 'vitest'
import { builtInModelPath, isWithoutModel } from '../testing/built-in-model'
import type { FromEncoderChild } from './encoder-wire'
import { serveEncoder } from './serve-encoder'

describe.skipIf(isWithoutModel)('the child’s end of the channel', () => {
  test('tells of every batch of long work, so that it is not taken for hung', async () => {
    const answers: FromEncoderChild[] = []
    const handle = serveEncoder({ send: (answer) => answers.push(answer), exit: () => {} })
    await handle({ type: 'open', modelPath: await builtInModelPath() })
    // Five texts of 512 tokens: more than one batch holds.
    const texts = Array.from({ length: 5 }, (_, index) => `第 ${index} 段 `.repeat(400))
    await handle({ type: 'encode', requestId: 1, texts, purpose: 'passage', priority: 'background', tokens: false })
    const types = answers.map(({ type }) => type)
    expect(types.at(0)).toBe('ready')
    expect(types.filter((type) => type === 'progress').length).toBeGreaterThan(1)
    expect(types.at(-1)).toBe('encoded')
  })
})
