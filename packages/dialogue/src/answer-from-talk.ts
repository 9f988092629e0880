import type { Answer } from '@parley/knowledge'
import { withQuestion } from './answer-question'
import type { Move, Scene } from './draft'
import { type QuestionReading, readingsOf } from './follow-up'
import { isQuestion } from './question'
import { percent, reason } from './reasons'
import { sayWhoSaid, valuesOf } from './say-who-said'
import { talkQuestionOf } from './talk-reading'
import type { TalkFound } from './turn'

/** "What did we decide about …": what people wrote comes first, what documents say stands beside it. */
export function answerFromTalk(scene: Scene): Promise<Move | null> {
  return answerIfTold(scene, true)
}

/** A question that no document answers may have been answered in passing. */
export function answerFromTalkAnyway(scene: Scene): Promise<Move | null> {
  return answerIfTold(scene, false)
}

async function answerIfTold(scene: Scene, isAskedOfTalk: boolean): Promise<Move | null> {
  const { capabilities, state, language, turn } = scene
  if (!capabilities.askTalk || !isQuestion(scene.text)) return null
  const readings = readingsOf(scene.text, state.lastQuestion, language)
  for (const reading of readings) {
    const question = talkQuestionOf(reading.question, turn.situation)
    if (question.isAskedOfTalk !== isAskedOfTalk) continue
    const found = await capabilities.askTalk(question)
    if (found.kind === 'answer') {
      return answered(withQuestion(scene, readings[0], reading), found, await beside(scene, reading, isAskedOfTalk))
    }
  }
  return null
}

/** What documents say to the same question. */
async function beside({ capabilities, language }: Scene, { question }: QuestionReading, isWanted: boolean) {
  const answer = isWanted ? await capabilities.answer(question, language) : null
  return answer?.kind === 'answer' ? answer : null
}

function answered({ state, language, turn }: Scene, found: TalkFound, document: Answer | null): Move {
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
      reasons: [reason('said', language, { who, percent: percent(confidence) })],
      confidence,
    },
    acts: [],
  }
}
