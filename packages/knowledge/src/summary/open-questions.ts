import { namesSomebody, wants } from './asked-for'
import { beginsAnAnswer } from './speech-acts'
import type { TalkUnit } from './talk-units'

/** An answer comes within so many messages, or in the question's own thread. */
const NEAR = 4

/**
 * The questions that nothing said soon after by somebody else seems to answer: it comes right after, begins as answers
 * do, or is like the question.
 */
export function openQuestions(
  units: readonly TalkUnit[],
  likeness: (one: number, other: number) => number,
  usualLikeness: number,
): number[] {
  return units.flatMap((unit, index) => {
    if (unit.kind !== 'question' || unit.isRepliedTo || unit.isAnsweredShortly) return []
    const wanted = wants(unit.text)
    const isAnswered = units.some((other, place) => {
      const distance = other.position - unit.position
      if (distance < 1 || distance > NEAR || other.speakerId === unit.speakerId) return false
      if (other.kind === 'question') return false
      if (beginsAnAnswer(other.text) || likeness(index, place) > usualLikeness) return true
      if (distance > 1 || wanted === 'yes-or-no') return false
      return wanted !== 'person' || namesSomebody(other.text)
    })
    return isAnswered ? [] : [index]
  })
}
