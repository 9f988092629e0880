import type { Understanding } from '@parley/nlu'
import { foldTraditional } from '@parley/text'
import { answerQuestion } from './answer-question'
import { pauseFlow } from './conversation'
import type { Move, Scene } from './draft'
import { fillTemplate } from './fill-template'
import { holdsSecret } from './find-secret'
import { isInformationQuestion } from './question'
import { readSignal } from './read-signal'
import { type Reason, reason } from './reasons'
import { HAND_OFF } from './templates/hand-off'

const ZH_PERSON =
  /转(?:接)?人工|人工客服|(?<!是|是不是|是否)真人(?!吗|[?？])|找(?:个)?(?:客服|人工)|(?:跟|和|与)人(?:工)?(?:聊|说|谈|沟通)/
const EN_PERSON =
  /\b(?:talk|speak|chat|connect me|transfer me|hand me over|put me through)\b.{0,20}\b(?:human|real person|person|agent|someone|somebody|representative|operator)\b|\bhuman (?:agent|support|being)\b/i

/** Asks for a person, by intent or in so many words. */
export function asksForPerson(scene: Scene): boolean {
  return scene.turn.understanding.intent.name === 'ask_human' || saysPerson(scene)
}

const saysPerson = ({ text }: Scene): boolean => ZH_PERSON.test(foldTraditional(text)) || EN_PERSON.test(text)

/** A question that only reminds of asking for a person ("who approves this?") is answered, where the library can. */
export async function handOff(scene: Scene): Promise<Move | null> {
  if (!asksForPerson(scene)) return null
  const isDoubtful = !saysPerson(scene) && isInformationQuestion(scene.text)
  const found = isDoubtful ? await answerQuestion(scene) : null
  return found ?? handOver(scene, reason('askedForPerson'))
}

const WISHES = /^(?:我?(?:需)?要|转吧?|麻烦(?:了|你|您)?|please(?: do)?)[。.!！]*$/i

/** A plain yes to "shall I hand you over to a person?". */
export async function acceptOffer(scene: Scene): Promise<Move | null> {
  const { state, offer, text } = scene
  const isAccepted =
    state.flow === null && offer === 'handOff' && (readSignal(text) === 'confirm' || WISHES.test(text.trim()))
  return isAccepted ? handOver(scene, reason('acceptedOffer')) : null
}

/** Whether the words can't wait, as far as their reader is sure of it. */
export const soundsUrgent = ({ tone }: Understanding): boolean => tone?.urgency?.name === 'high'

async function handOver(scene: Scene, why: Reason): Promise<Move> {
  const { state, language, capabilities } = scene
  const receiver = await capabilities.findReceiver()
  const isUrgent = receiver !== null && isAnyUrgent(scene)
  const line = HAND_OFF[receiver ? 'done' : 'nobody'][language]
  return {
    state: pauseFlow(state),
    draft: {
      kind: receiver ? 'handoff' : 'unknown',
      language,
      text: fillTemplate(line, { name: receiver?.name ?? '' }),
      values: receiver ? [receiver.name] : [],
      citations: [],
      reasons: [why, ...(isUrgent ? [reason('soundsUrgent')] : [])],
    },
    acts: receiver ? [{ kind: 'handOff', receiverId: receiver.id, extract: extractOf(scene), isUrgent }] : [],
  }
}

const MOST_PASSED_ON = 3
const LONGEST_PASSED_ON = 200

function isAnyUrgent({ state, turn }: Scene): boolean {
  const said = state.history.filter(({ role }) => role === 'user').slice(-MOST_PASSED_ON)
  return soundsUrgent(turn.understanding) || said.some((utterance) => utterance.isUrgent)
}

/** What the person wrote last, this message included where it says more than that a person is wanted. */
function extractOf({ state, text }: Scene): string[] {
  const said = state.history.flatMap((turn) => (turn.role === 'user' ? [turn.text] : []))
  const isBare = readSignal(text) !== null || WISHES.test(text.trim()) || (said.length > 0 && text.length <= BARE_WISH)
  return [...said, ...(isBare ? [] : [text])]
    .filter((line) => !holdsSecret(line))
    .slice(-MOST_PASSED_ON)
    .map((line) => (line.length > LONGEST_PASSED_ON ? `${line.slice(0, LONGEST_PASSED_ON)}…` : line))
}

/** 转人工 and "talk to a human" say nothing that the person who takes over has to read. */
const BARE_WISH = 16
