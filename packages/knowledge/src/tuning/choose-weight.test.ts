import { describe, expect, it } from 'vitest'
import { chooseWeight } from './choose-weight'
import type { JudgedQuestion } from './judged-question'

type Side = 'words' | 'meaning'

/** A question whose right document is first by one side and second by the other, and the wrong one the other way about. */
function question(rightBy: Side, origin: JudgedQuestion['origin'] = 'asked'): JudgedQuestion {
  const [right, wrong] = rightBy === 'words' ? [0.9, 0.2] : [0.2, 0.9]
  return {
    ...{ text: rightBy, origin },
    candidates: [
      { documentId: 'right', lexical: right, dense: wrong, isGood: true, isBad: false },
      { documentId: 'wrong', lexical: wrong, dense: right, isGood: false, isBad: false },
    ],
  }
}
const many = (count: number, ...made: Parameters<typeof question>) =>
  Array.from({ length: count }, () => question(...made))

describe('the share of words', () => {
  it('grows where words find what people look for, and shrinks where meaning does', () => {
    expect(chooseWeight(many(40, 'words'), 0.5)).toMatchObject({
      verdict: 'better',
      before: { asked: 0.5 },
      after: { asked: 1 },
    })
    expect(chooseWeight(many(40, 'words'), 0.5).weight).toBeGreaterThan(0.5)
    expect(chooseWeight(many(40, 'meaning'), 0.8).weight).toBeLessThan(0.8)
  })

  it('stays where nothing is better, and says so', () => {
    expect(chooseWeight(many(40, 'words'), 0.6)).toMatchObject({ weight: 0.6, verdict: 'no-gain' })
  })

  it('is not said to be better by a handful of questions', () => {
    expect(chooseWeight(many(8, 'words'), 0.2)).toMatchObject({ verdict: 'too-few', asked: 8 })
    expect(chooseWeight([], 0.5)).toMatchObject({
      weight: 0.5,
      verdict: 'too-few',
      before: { asked: null, made: null },
    })
  })

  it('is not said to be better where it wins on the half it was chosen by and loses on the other', () => {
    const alternating = Array.from({ length: 40 }, (_, at) => question(at % 2 === 0 ? 'words' : 'meaning'))
    const chosen = chooseWeight(alternating, 0.4)
    expect(chosen.weight).toBeGreaterThan(0.5)
    expect(chosen).toMatchObject({ verdict: 'no-gain', before: { asked: 1 }, after: { asked: 0.5 } })
  })

  it('gains nothing by questions made of the documents while people’s own lose', () => {
    const chosen = chooseWeight([...many(4, 'meaning'), ...many(80, 'words', 'made')], 0.3)
    expect(chosen).toMatchObject({
      verdict: 'no-gain',
      before: { asked: 1, made: 0.5 },
      after: { asked: 0.5, made: 1 },
    })
  })

  it('turns away from what did not help, though nobody knows what would have', () => {
    const unhelpful: JudgedQuestion = {
      ...{ text: 'x', origin: 'asked' },
      candidates: [
        { documentId: 'bad', lexical: 0.9, dense: 0.2, isGood: false, isBad: true },
        { documentId: 'other', lexical: 0.2, dense: 0.9, isGood: false, isBad: false },
      ],
    }
    expect(
      chooseWeight(
        Array.from({ length: 30 }, () => unhelpful),
        0.8,
      ),
    ).toMatchObject({ verdict: 'better', after: { asked: 0.5 } })
  })
})
