import { setImmediate as nextTurn } from 'node:timers/promises'
import type { KnownQuestion } from './nearest-question'
import { likenessModelOf, questionLikeness } from './question-likeness'
import { type QuestionSketch, sketchQuestion } from './question-sketch'

interface Growing<Known> {
  readonly members: { readonly known: Known; readonly sketch: QuestionSketch }[]
}

/** A question is compared with so many of a group, the first of it: groups stay about one matter, and grow cheaply. */
const COMPARED = 6

/**
 * Puts questions about one matter together, whatever their language: each joins the group that it is most like on
 * average, if it is like it enough, else it begins one. Groups and their members keep the order given. Others have their
 * turn of the event loop between one question and the next.
 */
export async function clusterQuestions<Known extends KnownQuestion>(questions: readonly Known[]): Promise<Known[][]> {
  const groups: Growing<Known>[] = []
  for (const known of questions) {
    await nextTurn()
    const sketch = sketchQuestion(known.text, known.vector)
    const nearest = groups
      .map((group) => ({ group, likeness: meanLikeness(sketch, group) }))
      .reduce<{ group: Growing<Known>; likeness: number } | null>(
        (a, b) => (a && a.likeness >= b.likeness ? a : b),
        null,
      )
    if (nearest && nearest.likeness > 0) nearest.group.members.push({ known, sketch })
    else groups.push({ members: [{ known, sketch }] })
  }
  return groups.map(({ members }) => members.map(({ known }) => known))
}

/** 0 where that is not enough. */
function meanLikeness(sketch: QuestionSketch, { members }: Growing<unknown>): number {
  const compared = members.slice(0, COMPARED)
  const likenesses = compared.map((member) => questionLikeness(sketch, member.sketch))
  const mean = likenesses.reduce((sum, value) => sum + value, 0) / compared.length
  return mean >= likenessModelOf(sketch, compared[0]!.sketch).akin ? mean : 0
}
