import type { Move, Scene } from './draft'
import { isElliptic } from './follow-up'
import { isQuestion } from './question'
import { readQuestion } from './read-question'
import { percent, reason } from './reasons'

/** What somebody wrote for this very question and stands for goes before whatever else might be made of the words. */
export async function answerConfirmed(scene: Scene): Promise<Move | null> {
  const { text, language, state, capabilities } = scene
  const found = isQuestion(text) && !isElliptic(text) ? await capabilities.findConfirmed?.(text, language) : null
  if (!found) return null
  const { confirmerName: name, phrasing: what, likeness, citations } = found
  const quoted = citations.flatMap(({ quote, title }) => [quote, title])
  return {
    state: { ...state, lastQuery: readQuestion(text, scene) },
    draft: {
      kind: 'answer',
      language,
      text: found.text,
      values: [found.text, ...quoted],
      citations,
      reasons: [reason('confirmed', { name, what, percent: percent(likeness) })],
      confidence: likeness,
      confirmed: found.confirmation,
    },
    acts: [],
  }
}
