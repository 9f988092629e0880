import { describe, expect, it } from 'vitest'
import type { ChatLine } from './chat-line'
import { lineCues } from './line-cues'
import { lineTraits } from './line-traits'
import { replyScene } from './reply-scene'

const MINUTE = 60_000

const line = (author: string, text: string, minute = 0, more: Partial<ChatLine> = {}) =>
  lineTraits({ author, names: [author], at: minute * MINUTE, text, sentence: null, ...more })

const namedIn = (text: string, authors: readonly string[]) => {
  const before = authors.map((author) => line(author, '...'))
  const { named } = replyScene(line('me', text), before)
  return { anywhere: [...named.anywhere], addressed: [...named.addressed] }
}

describe('whom a line names', () => {
  it.each([
    ['tom: have you tried it?', ['tom'], ['tom'], ['tom']],
    ['@Tom have you tried it?', ['Tom Baker'], ['Tom Baker'], ['Tom Baker']],
    ['I think Tom Baker knows', ['Tom Baker'], ['Tom Baker'], []],
    ['tomorrow then', ['tom'], [], []],
    ['王伟，你看一下', ['王伟'], ['王伟'], ['王伟']],
    ['这个问小王吧', ['王伟'], ['王伟'], []],
    ['谢谢翔哥', ['高翔'], ['高翔'], []],
    ['@王伟 好了', ['王伟'], ['王伟'], ['王伟']],
    ['刘总说可以', ['刘洋'], ['刘洋'], ['刘洋']],
  ])('%s', (text, authors, anywhere, addressed) => {
    expect(namedIn(text, authors)).toEqual({ anywhere, addressed })
  })

  it('are those that it mentions, whatever it calls them', () => {
    const scene = replyScene(line('me', 'hi', 1, { mentions: ['u1'] }), [line('u1', 'a question?')])
    expect([...scene.named.addressed]).toEqual(['u1'])
  })
})

describe('what a line does', () => {
  it.each([
    ['Can you fix it today?', 'isQuestion'],
    ['谁有最新的字体包', 'isQuestion'],
    ['周四可以吗', 'isQuestion'],
    ['看到了，多谢', 'isThanks'],
    ['thanks a lot', 'isThanks'],
    ['好的，我来', 'isAssent'],
    ['yep, on it', 'isAssent'],
    ['Good morning everyone', 'isGreeting'],
    ['大家早上好', 'isGreeting'],
    ['但是客户不同意', 'isContinued'],
    ['and the day after?', 'isContinued'],
  ] as const)('%s: %s', (text, cue) => {
    expect(lineCues(text)[cue]).toBe(true)
  })

  it('is nothing of these for a plain statement', () => {
    const { size: _, ...cues } = lineCues('The migration finished at nine with four million rows')
    expect(Object.values(cues)).toEqual(Array(5).fill(false))
  })

  it('is told of 40,000 signs at once', () => {
    const started = performance.now()
    line('me', 'a? '.repeat(13_000))
    expect(performance.now() - started).toBeLessThan(50)
  })
})

describe('an earlier line', () => {
  it('has its distance, its age, and what its author and the speaker wrote since', () => {
    const before = [line('a', 'first', 0), line('b', 'second', 1), line('a', 'third', 2), line('me', 'mine', 3)]
    const { earlier } = replyScene(line('me', 'now', 5), before)
    expect(earlier.map(({ distance, ageMinutes }) => [distance, ageMinutes])).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ])
    expect(earlier.map(({ byAuthorSince, bySpeakerSince }) => [byAuthorSince, bySpeakerSince])).toEqual([
      [0, 0],
      [0, 1],
      [0, 1],
      [1, 1],
    ])
  })

  it('shares rare words more than common ones', () => {
    const before = [
      line('a', 'the gateway certificate expired'),
      line('b', 'the meeting moved'),
      line('c', 'the meeting is at ten'),
    ]
    const { earlier } = replyScene(line('me', 'meeting about the certificate'), before)
    expect(earlier[2]?.rarest).toBeGreaterThan(earlier[1]?.rarest ?? 0)
  })

  it('is as alike as its vector is, against the mean of all', () => {
    const of = (...numbers: number[]) => Float32Array.from(numbers)
    const before = [line('a', 'x', 0, { sentence: of(1, 0) }), line('b', 'y', 0, { sentence: of(0, 1) })]
    const { earlier } = replyScene(line('me', 'z', 0, { sentence: of(1, 0) }), before)
    expect(earlier.map(({ likeness }) => likeness)).toEqual([-0.5, 0.5])
  })
})
