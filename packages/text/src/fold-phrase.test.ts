import { expect, test } from 'vitest'
import { foldPhrase, foldPhraseInSteps } from './fold-phrase'

function stepsOf(text: string): { readonly folded: string; readonly steps: number } {
  const folding = foldPhraseInSteps(text)
  for (let steps = 1; ; steps += 1) {
    const step = folding.next()
    if (step.done) return { folded: step.value, steps }
  }
}

const PIECES = [
  ' ',
  '\n\n',
  'A',
  'é',
  'e\u0301',
  '軟件',
  '，',
  'ＡＢＣ',
  '①',
  '\u200b',
  '👩‍💻',
  '🇨🇳',
  '👍🏽',
  '각',
  '\u1112\u1161\u11ab',
  'ΟΔΟΣ',
  'ﷺ',
]
const mixed = (length: number) =>
  Array.from({ length }, (_, at) => PIECES[((at * at + 3 * at) % 17) ^ (at % 5)] ?? 'x').join('')

test.each([
  ['Chinese', '今天我們討論人工智能基礎的採購流程，'.repeat(2_500)],
  ['English', 'The quick Brown fox  jumps. '.repeat(1_500)],
  ['emoji', '👩‍💻👍🏽'.repeat(4_500)],
  ['spaces', `a${' '.repeat(40_000)}b`],
  ['spaces with what is invisible between', 'a \u200b b\u200b '.repeat(6_000)],
  ['Hangul that is joined', '\u1112\u1161\u11ab'.repeat(13_000)],
  ['everything', mixed(20_000)],
  ['nothing', ''],
])('%s folds in steps to what it folds to at once', (_name, text) => {
  expect(stepsOf(text).folded).toBe(foldPhrase(text))
})

test.each([
  ['Chinese', '软件'.repeat(20_000)],
  ['English', 'word '.repeat(8_000)],
  ['emoji', '👩‍💻'.repeat(8_000)],
])('no step of %s is long', (_name, text) => expect(stepsOf(text).steps).toBeGreaterThanOrEqual(10))
