import { answerConfirmed } from './answer-confirmed'
import { answerFromGraph } from './answer-from-graph'
import { answerFromTalk, answerFromTalkAnyway, answerQuery } from './answer-from-talk'
import { admitUnknown, answerFollowUp, answerQuestion, rememberingAnswers } from './answer-question'
import { answerTopic } from './answer-topic'
import { checkReply } from './check-reply'
import { ageTasks, remember } from './conversation'
import { correctTasks } from './correct-tasks'
import type { Move, Scene } from './draft'
import { acceptOffer, handOff, soundsUrgent } from './hand-off'
import { hearTurn } from './hear-turn'
import { askAgain, continueFlow, withOpenFlow } from './in-flow'
import { proposeTasks, proposeTasksForOthers } from './propose-tasks'
import { isQuestion } from './question'
import { refuseOrders } from './refuse-orders'
import { replyFromAnyTemplate, replyFromTemplate } from './reply-from-template'
import { resumeFlow, startAnyway, startFlow } from './start-flow'
import type { ConversationState, TurnCapabilities, TurnResult, UserTurn } from './turn'

/**
 * One turn of a conversation: what was said, in the light of what was said before, becomes a reply, acts and the state to
 * store. Pure but for the questions it puts to `capabilities`; whether to speak at all is decided before it is called.
 */
export async function takeTurn(
  state: ConversationState,
  turn: UserTurn,
  capabilities: TurnCapabilities,
): Promise<TurnResult> {
  const scene = hearTurn(state, turn, rememberingAnswers(capabilities))
  const move = withOpenFlow(await decide(scene), scene)
  const { reply, faults } = checkReply(move.draft)
  const heard = remember(ageTasks(state, move.state), {
    role: 'user',
    text: turn.text,
    ...(soundsUrgent(turn.understanding) && { isUrgent: true }),
  })
  return { state: remember(heard, { role: 'assistant', text: reply.text }), reply, acts: move.acts, faults }
}

/** The first that has something to say. What is under way comes before what is new, what is certain before what is guessed. */
async function decide(scene: Scene): Promise<Move> {
  return (
    (scene.turn.query ? await answerQuery(scene) : null) ??
    refuseOrders(scene) ??
    continueFlow(scene) ??
    correctTasks(scene) ??
    (await acceptOffer(scene)) ??
    (await answerConfirmed(scene)) ??
    (await handOff(scene)) ??
    resumeFlow(scene) ??
    (await answerFromGraph(scene)) ??
    (await answerFromTalk(scene)) ??
    (await answerFollowUp(scene)) ??
    proposeTasksForOthers(scene) ??
    startFlow(scene) ??
    (await answerTopic(scene)) ??
    proposeTasks(scene) ??
    replyFromTemplate(scene) ??
    unreadableToFlow(scene) ??
    (await answerQuestion(scene)) ??
    (await answerFromTalkAnyway(scene)) ??
    startAnyway(scene) ??
    replyFromAnyTemplate(scene) ??
    admitUnknown(scene)
  )
}

const unreadableToFlow = (scene: Scene) => (isQuestion(scene.text) ? null : askAgain(scene))
