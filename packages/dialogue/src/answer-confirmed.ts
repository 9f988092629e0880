import type { Move, Scene } from './draft'
import { isQuestion } from './question'
import { percent, reason } from './reasons'

/** What somebody wrote for this very question and stands for goes before whatever else might be made of the words. */
export async function answerConfirmed({ text, language, state, capabilities }: Scene): Promise<Move | null> {
  const found = isQuestion(text) ? await capabilities.findConfirmed?.(text, language) : null
  if (!found) return null
  const { confirmerName: name, phrasing: what, likeness, citations } = found
  const quoted = citations.flatMap(({ quote, title }) => [quote, title])
  return {
    state: { ...state, lastQuestion: text },
    draft: {
      kind: 'answer',
      language,
      text: found.text,
      values: [found.text, ...quoted],
      citations,
      reasons: [reason('confirmed', language, { name, what, percent: percent(likeness) })],
      confidence: likeness,
      confirmed: found.confirmation,
    },
    acts: [],
  }
}
