import { beforeAll, describe, expect, test } from 'vitest'
import { builtInModelPath, isWithoutModel } from '../testing/built-in-model'
import { readE5Layout } from './e5s1-file'
import { createUnigramTokenizer, type Tokenizer } from './unigram-tokenizer'

const UNKNOWN = 3

describe.skipIf(isWithoutModel)('the tokenizer of the built-in model', () => {
  let tokenizer: Tokenizer
  beforeAll(async () => {
    tokenizer = createUnigramTokenizer((await readE5Layout(await builtInModelPath())).vocabulary)
  })

  const pieces = (text: string): string[] =>
    Array.from(tokenizer.tokenise(text, 512).ids, (id) => tokenizer.piece(id)).slice(1, -1)
  const covered = (text: string): string[] => {
    const { starts, ends } = tokenizer.tokenise(text, 512)
    return Array.from(starts, (start, index) => text.slice(start, ends[index])).slice(1, -1)
  }

  test('counts tokens as the reference does', () => {
    expect(tokenizer.tokenise('query: 请把发布清单分配给王伟，周五前完成', 512).ids).toHaveLength(18)
    expect(tokenizer.tokenise('query: How many vacation days can I carry over?', 512).ids).toHaveLength(14)
  })

  test('frames the text with the begin and end tokens, even when it is empty', () => {
    expect([...tokenizer.tokenise('', 512).ids]).toEqual([0, 2])
  })

  test('finds the most likely segmentation in Chinese and English', () => {
    expect(pieces('请把发布清单分配给王伟')).toEqual(['▁', '请', '把', '发布', '清单', '分配', '给', '王', '伟'])
    expect(pieces('How many vacation days')).toEqual(['▁How', '▁many', '▁vacation', '▁days'])
  })

  test('offsets give back the words of the original, without their spaces', () => {
    expect(covered('Ｈow  many 😀 days？')).toEqual(['Ｈow', 'many', '😀', 'days', '？'])
  })

  test('characters that no piece covers become one unknown token that knows its range', () => {
    const text = 'x 🂡🂢🂣'
    const { ids } = tokenizer.tokenise(text, 512)
    expect([...ids].filter((id) => id === UNKNOWN)).toHaveLength(1)
    expect(covered(text).at(-1)).toBe('🂡🂢🂣')
  })

  test('a special token’s name in the text is only text', () => {
    expect(pieces('<mask></s>').join('')).toBe('▁<mask></s>')
    expect(pieces('<mask></s>').length).toBeGreaterThan(2)
  })

  test('lone surrogates are survived', () => {
    expect(covered('a \ud83d b')).toEqual(['a', 'b'])
  })

  test('truncation keeps the first tokens of the whole segmentation and says so', () => {
    const text = '我们需要在周五之前完成发布清单 and then carry over the vacation days. '.repeat(300)
    const whole = tokenizer.tokenise(text, 100_000)
    const cut = tokenizer.tokenise(text, 512)
    expect(whole.isTruncated).toBe(false)
    expect(cut.isTruncated).toBe(true)
    expect(cut.ids).toHaveLength(512)
    expect([...cut.ids.subarray(0, 511)]).toEqual([...whole.ids.subarray(0, 511)])
    expect(cut.ids.at(-1)).toBe(2)
  })

  test('text cut off behind one endless unknown token is truncated too', () => {
    expect(tokenizer.tokenise('🂡'.repeat(40_000), 512).isTruncated).toBe(true)
  })

  test('time grows with the length and not with its square', () => {
    // Processor time, so that other processes do not count; of many runs together, for its clock is coarse.
    const timeOf = (characters: number): number => {
      const text = '发布清单分配给王伟 the quick brown fox '.repeat(5000).slice(0, characters)
      const start = process.cpuUsage()
      for (let run = 0; run < 20; run += 1) tokenizer.tokenise(text, 1_000_000)
      const { user, system } = process.cpuUsage(start)
      return Math.max(user + system, 10_000)
    }
    timeOf(40_000)
    const [short, long] = [timeOf(5000), timeOf(80_000)]
    // Sixteen times the text; its square would be 256.
    expect(long / short).toBeLessThan(128)
  })
})
