import { expect, test } from 'vitest'
import { holdingPhrasesInSteps } from './hold-phrases'

function held(texts: readonly string[], phrases: readonly string[], unwantedPhrases: readonly string[] = []) {
  const looking = holdingPhrasesInSteps(texts, (text) => text, { phrases, unwantedPhrases })
  for (let steps = 1; ; steps += 1) {
    const step = looking.next()
    if (step.done) return { texts: step.value as string[], steps }
  }
}

test('a phrase is held as a whole or not at all', () => {
  const texts = ['The RELEASE\n plan', 'plan of the release', 'a release plan, draft']
  expect(held(texts, ['release plan']).texts).toEqual([texts[0], texts[2]])
  expect(held(texts, ['release plan'], ['DRAFT']).texts).toEqual([texts[0]])
  expect(held(['anything'], ['\u200b']).texts).toEqual([])
  expect(held(['anything'], [], ['\u200b']).texts).toEqual(['anything'])
})

test('no step looks at much, of long texts or of many short ones', () => {
  expect(held(['软件'.repeat(20_000)], ['计划']).steps).toBeGreaterThanOrEqual(10)
  expect(
    held(
      Array.from({ length: 1_000 }, () => 'x'.repeat(200)),
      ['y'],
    ).steps,
  ).toBeGreaterThanOrEqual(50)
})
