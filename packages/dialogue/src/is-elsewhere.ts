import type { Scene } from './draft'
import type { Flow } from './flow'
import { asksForPerson } from './hand-off'
import { isQuestion } from './question'
import { startedFlow } from './started-flow'

const SMALL_TALK = new Set(['greet', 'thank', 'goodbye', 'ask_capabilities'])
const LONGEST_SMALL_TALK = 16

/** Whether a message to an open flow is about something else: a question, another flow, a person, small talk. */
export function isElsewhere(scene: Scene, flow: Flow): boolean {
  const { text, turn } = scene
  const { name } = turn.understanding.intent
  const isSmallTalk = name !== null && SMALL_TALK.has(name) && text.length <= LONGEST_SMALL_TALK
  const other = startedFlow(scene)
  return isSmallTalk || asksForPerson(scene) || (other !== null && other.flow !== flow) || asksSomething(scene)
}

/** "Can you make it two?" and 改成周五可以吗 are corrections put politely, not questions. */
function asksSomething({ text }: Scene): boolean {
  return isQuestion(text) && !/改|换成|可以吗|行吗|好吗|\b(?:make it|change|instead|could you make)\b/i.test(text)
}
