import { expect, test } from 'vitest'
import {
  detectLanguage,
  foldPhrase,
  messageQueryTerms,
  messageTerms,
  normalise,
  searchTerms,
  segmentWords,
  splitSentences,
} from './index'

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
  'aB',
  '👍',
]

/** Processor time, which other work on the machine does not lengthen; anything quadratic would take minutes. */
test.each(hard)('40,000 characters of %j cost every function under a second of work', (unit) => {
  const text = fill(unit)
  for (const read of [
    normalise,
    detectLanguage,
    splitSentences,
    searchTerms,
    segmentWords,
    messageTerms,
    messageQueryTerms,
    foldPhrase,
  ]) {
    const start = process.cpuUsage()
    read(text)
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000)
  }
})
