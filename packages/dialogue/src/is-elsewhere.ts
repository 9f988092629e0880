import type { Scene } from './draft'
import type { Flow } from './flow'
import { asksForPerson } from './hand-off'
import { isQuestion } from './question'
import { startedFlow } from './started-flow'

const SMALL_TALK = new Set(['greet', 'thank', 'goodbye', 'ask_capabilities'])
const LONGEST_SMALL_TALK = 16

/**
 * Whether a message to an open flow is about something else: a question, another flow, a person, small talk.
 * `fills`: the message holds a value of the flow. Then a mere guess at another flow, or a polite form, does not lead away.
 */
export function isElsewhere(scene: Scene, flow: Flow, fills: boolean): boolean {
  const { text, turn } = scene
  const { name } = turn.understanding.intent
  const isSmallTalk = !fills && name !== null && SMALL_TALK.has(name) && text.length <= LONGEST_SMALL_TALK
  const other = startedFlow(scene)
  const asksForOther = other !== null && other.flow !== flow && (other.isByWording || !fills)
  const asksSomething = isQuestion(text) && !(fills && POLITE_CORRECTION.test(text))
  return isSmallTalk || asksForPerson(scene) || asksForOther || asksSomething
}

/** "Could you make it two?", 周五可以吗 and "how about Friday?" change a value; they ask nothing. */
const POLITE_CORRECTION =
  /可以吗|行吗|好吗|行不行|可不可以|能不能|改|换成|呢[？?]?$|\b(?:how about|what about|can (?:you|we|i|it)|could (?:you|we|i|it)|would|make it|change|instead)\b/i
