import { pauseFlow, takeUpPaused } from './conversation'
import type { Move, Scene } from './draft'
import { nextStep, readRequest } from './fill-slots'
import type { Flow } from './flow'
import { findFlow } from './flow-catalogue'
import { proceed } from './in-flow'
import { asksForDeed, asksForFact, isInformationQuestion, isQuestion } from './question'
import { readSignal } from './read-signal'
import { heardIn } from './read-slot'
import { intentReason, type Reason, reason } from './reasons'
import { type StartedFlow, startedFlow } from './started-flow'
import type { ConversationState, FlowSlots } from './turn'

/** Under this an intent alone does not outweigh a task that was found in the message, nor the form of a question. */
const CERTAIN_INTENT = 0.8

/** A request that starts a flow. "How do I book a room?" asks to be told, and is answered first (`isInformation`). */
export function startFlow(scene: Scene): Move | null {
  return isInformationQuestion(scene.text) || isRatherTask(scene) ? null : startAnyway(scene)
}

/** 要是……就好了, "if only": wishes for something and asks nobody for it. */
const WISH = /^(?:要是|如果|假如|若).*就好了|^(?:if only|i wish)\b/i

/** "Ask somebody to update the page by Friday" holds a task, whatever form the intent head was reminded of. */
function isRatherTask(scene: Scene): boolean {
  const { tasks, understanding } = scene.turn
  if (tasks.length === 0 || understanding.intent.confidence >= CERTAIN_INTENT) return false
  return startedFlow(scene)?.isByIntent === true
}

/** The same, for a question that no source could answer: by its intent alone only where it may ask for a deed. */
export function startAnyway(scene: Scene): Move | null {
  const started = WISH.test(scene.text.trim()) ? null : startedFlow(scene)
  if (started && !started.isByWording && (asksForFact(scene.text) || isGuessAtQuestion(scene))) return null
  if (!started || started.flow.name === scene.state.flow?.name) return null
  const state = dropPaused(pauseFlow(scene.state), started.flow)
  const slots = readRequest(started.flow, heardIn(scene), carriedOver(scene, started.flow))
  const active = { name: started.flow.name, step: nextStep(started.flow, slots), slots }
  return proceed({ ...scene, state }, started.flow, active, [whyStarted(scene, started)])
}

/** "May a contractor fly a drone here?" reminds the head of an order, and asks for nothing but an answer. */
function isGuessAtQuestion({ text, turn }: Scene): boolean {
  return turn.understanding.intent.confidence < CERTAIN_INTENT && isQuestion(text) && !asksForDeed(text)
}

/** "Back to the book order": takes up what was put aside. */
export function resumeFlow(scene: Scene): Move | null {
  const isAsked = scene.state.flow === null && readSignal(scene.text) === 'resume'
  const resumed = isAsked ? takeUpPaused(scene.state) : null
  const flow = resumed && findFlow(resumed.flow.name)
  if (!resumed || !flow) return null
  const why = reason('resumed', { what: flow.title })
  return proceed({ ...scene, state: resumed }, flow, resumed.flow, [why])
}

const REFERS_BACK = /再|同样|一样|另外|那本|这本|那个|同款|\b(?:another|the same|again|more|it|that one|those|them)\b/i

/** What "another two copies" leaves unsaid was said in the flow completed last. */
function carriedOver({ state, text }: Scene, flow: Flow): FlowSlots {
  const { lastCompleted } = state
  if (lastCompleted?.name !== flow.name || !REFERS_BACK.test(text)) return {}
  const needed = flow.slots.filter(({ prompt }) => prompt).map(({ name }) => name)
  return Object.fromEntries(Object.entries(lastCompleted.slots).filter(([name]) => needed.includes(name)))
}

const dropPaused = (state: ConversationState, flow: Flow): ConversationState =>
  state.paused ? { ...state, paused: state.paused.filter(({ name }) => name !== flow.name) } : state

function whyStarted({ turn }: Scene, { flow, isByIntent }: StartedFlow): Reason {
  const what = flow.title
  return isByIntent ? intentReason(turn.understanding.intent, what) : reason('wording', { what })
}
