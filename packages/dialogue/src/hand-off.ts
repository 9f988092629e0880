import { foldTraditional } from '@parley/text'
import { pauseFlow } from './conversation'
import type { Move, Scene } from './draft'
import { readSignal } from './read-signal'
import { reason } from './reasons'
import { HAND_OFF } from './templates/hand-off'

const ZH_PERSON = /转(?:接)?人工|人工客服|真人|找(?:个)?(?:客服|人工)|(?:跟|和|与)人(?:工)?(?:聊|说|谈|沟通)/
const EN_PERSON =
  /\b(?:talk|speak|chat|connect me|transfer me|hand me over|put me through)\b.{0,20}\b(?:human|real person|person|agent|someone|somebody|representative|operator)\b|\bhuman (?:agent|support|being)\b/i

/** Asks for a person, by intent or in so many words. */
export function asksForPerson({ turn, text }: Scene): boolean {
  return turn.understanding.intent.name === 'ask_human' || ZH_PERSON.test(foldTraditional(text)) || EN_PERSON.test(text)
}

export function handOff(scene: Scene): Move | null {
  return asksForPerson(scene) ? handOver(scene, reason('askedForPerson', scene.language)) : null
}

const WISHES = /^(?:我?(?:需)?要|转吧?|麻烦(?:了|你|您)?|please(?: do)?)[。.!！]*$/i

/** A plain yes to "shall I hand you over to a person?". */
export function acceptOffer(scene: Scene): Move | null {
  const { state, offer, text, language } = scene
  const isAccepted =
    state.flow === null && offer === 'handOff' && (readSignal(text) === 'confirm' || WISHES.test(text.trim()))
  return isAccepted ? handOver(scene, reason('acceptedOffer', language)) : null
}

function handOver({ state, language }: Scene, why: string): Move {
  return {
    state: pauseFlow(state),
    draft: { kind: 'handoff', language, text: HAND_OFF[language], values: [], citations: [], reasons: [why] },
    acts: [{ kind: 'handOff', reason: why }],
  }
}
