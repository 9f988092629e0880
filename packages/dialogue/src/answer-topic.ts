import { comparedThings } from '@parley/knowledge'
import { answerQuestion } from './answer-question'
import type { Move, Scene } from './draft'
import { isTopic } from './topic'

/** Sure enough that so few words are a greeting or a request after all. */
const CERTAIN = 0.95

/** What documents say of a topic, before it is taken for a task or a farewell. */
export async function answerTopic(scene: Scene): Promise<Move | null> {
  const { state, text, turn } = scene
  const isFree = state.flow === null && turn.understanding.intent.confidence < CERTAIN
  const isTask = turn.tasks.length > 0 && comparedThings(text.trim()) === null
  return isFree && !isTask && isTopic(text) ? answerQuestion(scene) : null
}
