import type { Answer } from '@parley/knowledge'
import { admitUnknown, answerQuestion, queriesOf, type ReadQuestion, withQuestion } from './answer-question'
import type { Move, Scene } from './draft'
import { isQuestion } from './question'
import { percent, reason } from './reasons'
import { sayWhoSaid, valuesOf } from './say-who-said'
import { talkQuestionOf } from './talk-reading'
import { isTopic } from './topic'
import type { TalkFound } from './turn'

/** "What did we decide about …": what people wrote comes first, what documents say stands beside it. */
export function answerFromTalk(scene: Scene): Promise<Move | null> {
  return answerIfTold(scene, true)
}

/** A question that no document answers may have been answered in passing. */
export function answerFromTalkAnyway(scene: Scene): Promise<Move | null> {
  return answerIfTold(scene, false)
}

/** A query that a person put together or changed is asked as it stands, whatever else its words may mean. */
export async function answerQuery(scene: Scene): Promise<Move> {
  return (
    (await answerFromTalk(scene)) ??
    (await answerQuestion(scene)) ??
    (await answerFromTalkAnyway(scene)) ??
    admitUnknown(scene)
  )
}

async function answerIfTold(scene: Scene, isAskedOfTalk: boolean): Promise<Move | null> {
  const { capabilities, turn } = scene
  const isAsked = turn.query !== undefined || isQuestion(scene.text) || isTopic(scene.text)
  if (!capabilities.askTalk || !isAsked) return null
  const readings = queriesOf(scene)
  for (const reading of readings) {
    const question = talkQuestionOf(reading.query, turn.situation, turn.query !== undefined)
    if (question.isAskedOfTalk !== isAskedOfTalk) continue
    const found = await capabilities.askTalk(question)
    if (found.kind !== 'answer') continue
    const document = isAskedOfTalk ? await whatDocumentsSay(scene, reading) : null
    return answered(withQuestion(scene, readings[0], reading), reading, found, document)
  }
  return null
}

async function whatDocumentsSay({ capabilities, language }: Scene, { query }: ReadQuestion): Promise<Answer | null> {
  const answer = await capabilities.answer(query, language)
  return answer.kind === 'answer' ? answer : null
}

function answered(
  { state, language, turn }: Scene,
  { query }: ReadQuestion,
  found: TalkFound,
  document: Answer | null,
): Move {
  const { said, confidence } = found
  const who = said[0]?.authorName ?? ''
  return {
    state,
    draft: {
      kind: 'answer',
      language,
      text: sayWhoSaid(found, language, turn.situation.now),
      values: valuesOf(found),
      citations: document?.citations ?? [],
      said,
      reasons: [reason('said', { who, percent: percent(confidence) })],
      confidence,
      query,
    },
    acts: [],
  }
}
