import { takeUpPaused } from './conversation'
import { isCountRange } from './count-range'
import type { Draft, Move, Scene } from './draft'
import { nextStep, readAnswer, readCorrection } from './fill-slots'
import type { Flow } from './flow'
import { findFlow } from './flow-catalogue'
import { FLOW_LINES, flowLine, type Speech, speakStep, speakWaiting } from './flow-speech'
import { isElsewhere } from './is-elsewhere'
import { namedSlot } from './labelled-correction'
import { readFlowSignal } from './read-flow-signal'
import { holdsSignal, readSignal } from './read-signal'
import { heardIn } from './read-slot'
import { type Reason, reason } from './reasons'
import type { Act, ActiveFlow, ConversationState } from './turn'

/** A flow and where it stands. */
interface Open {
  readonly flow: Flow
  readonly active: ActiveFlow
}

/** The open flow's turn: `null` when none is open or the message is about something else. */
export function continueFlow(scene: Scene): Move | null {
  const open = openFlow(scene.state)
  if (!open) return null
  const { flow, active } = open
  const ended = endOrChange(scene, open)
  if (ended) return ended
  const fills = readCorrection(flow, heardIn(scene), active.slots) !== null
  return isElsewhere(scene, flow, fills) ? null : (fillIn(scene, open) ?? confirmIfAgreed(scene, open))
}

/** A message that nothing could make sense of while a flow waits. */
export function askAgain(scene: Scene): Move | null {
  const open = openFlow(scene.state)
  if (!open) return null
  const speech = speakStep(open.flow, open.active, scene.language, scene.turn.situation.now)
  const text = `${FLOW_LINES.notUnderstood[scene.language]}\n${speech.text}`
  return say(scene, open.flow, scene.state, { ...speech, text })
}

/** Moves to where the known slots lead: the next question, or the confirmation. */
export function proceed(scene: Scene, flow: Flow, active: ActiveFlow, reasons: readonly Reason[]): Move {
  const speech = speakStep(flow, active, scene.language, scene.turn.situation.now)
  return say(scene, flow, { ...scene.state, flow: active }, speech, reasons)
}

/** After any other reply: what the open flow still waits for. */
export function withOpenFlow(move: Move, scene: Scene): Move {
  const open = openFlow(scene.state)
  const isStillOpen = open !== null && move.state.flow === scene.state.flow && move.draft.kind !== 'flow'
  if (!isStillOpen) return move
  const coda = speakWaiting(open.flow, open.active, scene.language, scene.turn.situation.now)
  return { ...move, draft: { ...move.draft, coda } }
}

function openFlow(state: ConversationState): Open | null {
  const flow = state.flow && findFlow(state.flow.name)
  return state.flow && flow ? { flow, active: state.flow } : null
}

function endOrChange(scene: Scene, { flow, active }: Open): Move | null {
  const signal = readFlowSignal(scene)
  if (signal === 'cancel') return finish(scene, flow, flowLine('cancelled', flow, scene.language), [])
  if (active.step !== 'confirm' && active.step !== 'change') return null
  if (signal === 'confirm' && active.step === 'confirm') return complete(scene, { flow, active })
  const named = namedSlot(flow, scene.text)
  if (named) return proceed(scene, flow, { ...active, step: named.name }, [inProgress(flow)])
  const wantsChange = signal === 'change' || signal === 'deny'
  return wantsChange ? proceed(scene, flow, { ...active, step: 'change' }, [inProgress(flow)]) : null
}

function fillIn(scene: Scene, { flow, active }: Open): Move | null {
  const heard = heardIn(scene)
  const isAsking = active.step !== 'confirm' && active.step !== 'change'
  const slots = isAsking
    ? readAnswer(flow, active.step, heard, active.slots)
    : readCorrection(flow, heard, active.slots)
  if (!slots || (isAsking && isEvasive(scene, active))) return null
  return proceed(scene, flow, { ...active, slots, step: nextStep(flow, slots, active) }, [inProgress(flow)])
}

/** "Yes" or "not sure yet" answers no question for a name or a date; "either" does, whether three or five. */
function isEvasive({ text, turn }: Scene, { slots, step }: ActiveFlow): boolean {
  if (isCountRange(slots[step])) return false
  const { name } = turn.understanding.intent
  const isBare = turn.understanding.slots.length === 0
  return isBare && (readSignal(text) !== null || name === 'deny' || name === 'confirm')
}

/** A yes among other words, where the intent head agrees: its guess alone must never submit a request. */
function confirmIfAgreed(scene: Scene, open: Open): Move | null {
  const { text, turn } = scene
  const isRefused = (['deny', 'cancel', 'change'] as const).some((signal) => holdsSignal(text, signal))
  const isAgreed = turn.understanding.intent.name === 'confirm' && holdsSignal(text, 'confirm') && !isRefused
  return isAgreed && open.active.step === 'confirm' ? complete(scene, open) : null
}

function complete(scene: Scene, { flow, active }: Open): Move {
  const move = finish(scene, flow, flow.completion[scene.language], [
    { kind: 'completeFlow', flow: flow.name, slots: active.slots },
  ])
  return { ...move, state: { ...move.state, lastCompleted: { name: flow.name, slots: active.slots } } }
}

/** Closes the flow and takes up the one that was put aside for it. */
function finish(scene: Scene, flow: Flow, text: string, acts: readonly Act[]): Move {
  const resumed = takeUpPaused(scene.state)
  const next = resumed && openFlow(resumed)
  if (!next) return { ...say(scene, flow, { ...scene.state, flow: null }, { text, values: [] }), acts }
  const speech = speakStep(next.flow, next.active, scene.language, scene.turn.situation.now)
  const back = [text, '', flowLine('back', next.flow, scene.language), speech.text].join('\n')
  return { ...say(scene, flow, resumed, { ...speech, text: back }), acts }
}

const inProgress = (flow: Flow) => reason('openFlow', { what: flow.title })

function say(
  scene: Scene,
  flow: Flow,
  state: ConversationState,
  speech: Speech,
  reasons = [inProgress(flow)] as readonly Reason[],
): Move {
  const draft: Draft = { kind: 'flow', language: scene.language, ...speech, citations: [], reasons }
  return { state, draft, acts: [] }
}
