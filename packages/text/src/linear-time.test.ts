import { expect, test } from 'vitest'
import { detectLanguage, normalise, searchTerms, segmentWords, splitSentences } from './index'

const LENGTH = 40_000
const fill = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)
const hard = [
  '请把清单分配给王伟，',
  '请把清单分配给王伟',
  'Ship it by Friday. ',
  '.',
  'a',
  'a.',
  "a'",
  ' ',
  '\n',
  '`',
  '```a',
  '《',
  '👩‍👩‍👧',
  '\u0301',
  '“',
]

/** Generous, as test machines are busy: anything quadratic would take minutes. */
test.each(hard)('40,000 characters of %j are read in under a second by every function', (unit) => {
  const text = fill(unit)
  for (const read of [normalise, detectLanguage, splitSentences, searchTerms, segmentWords]) {
    const started = performance.now()
    read(text)
    expect(performance.now() - started).toBeLessThan(1000)
  }
})
