import { answerConfirmed } from './answer-confirmed'
import { answerQuery } from './answer-from-talk'
import { rememberingAnswers } from './answer-question'
import { checkReply } from './check-reply'
import { newConversation } from './conversation'
import type { Scene } from './draft'
import { hearTurn } from './hear-turn'
import { readQuestion } from './read-question'
import type { TurnCapabilities, TurnResult, UserTurn } from './turn'

/**
 * Looks for an answer to a question that stands alone, and does nothing else: nothing is ordered, assigned or remembered,
 * whatever its words may mean.
 */
export async function lookUp(turn: UserTurn, capabilities: TurnCapabilities): Promise<TurnResult> {
  const fresh = newConversation(turn.understanding.language)
  const scene = hearTurn(fresh, turn, rememberingAnswers(capabilities))
  const move = (await answerConfirmed(scene)) ?? (await answerAsQuery(scene))
  const { reply, faults } = checkReply(move.draft)
  return { state: fresh, reply, acts: [], faults }
}

async function answerAsQuery(scene: Scene) {
  const query = readQuestion(scene.text, scene)
  return answerQuery({ ...scene, turn: { ...scene.turn, query } })
}
