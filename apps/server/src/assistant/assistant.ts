import { readAddress } from '@parley/dialogue'
import { type Encoder, EncoderUnavailableError } from '@parley/inference'
import { summarizeTalk, type TalkMessage } from '@parley/knowledge'
import { classifiedPart, readDeadline, readPlan, withoutRepetition } from '@parley/nlu'
import { type AssistantReply, type ConversationId, ParleyError } from '@parley/protocol'
import type { Actor } from '../actor'
import type { AskingMessage, AssistantQuestion, AssistantServices, Look } from '../services'
import { askCause } from './ask-cause'
import type { Comprehension } from './comprehension'
import type { Conversations, StoredReply } from './converse'
import type { Directory } from './directory'
import type { Attending, Explainer } from './explainer'
import { findExperts } from './find-experts'
import type { TalkGround } from './find-in-talk'
import type { LanguageEngine } from './language-engine'
import { questionIdOf } from './note-question'
import { OneAtATime } from './one-at-a-time'
import { placeUnderstanding } from './place-understanding'
import { sketchQuestions } from './sketch-questions'
import { asWireAttention } from './wire-attention'
import { asWireExplanation } from './wire-explanation'
import { asReadQuery } from './wire-query'
import { asWireUnderstanding } from './wire-understanding'

export interface AssistantOptions {
  readonly engine: Pick<LanguageEngine, 'status' | 'comprehension' | 'encoder' | 'explainer' | 'attend'>
  readonly directory: Directory
  readonly conversations: Conversations
  readonly ground: TalkGround
}

/** The assistant as commands and queries see it. */
export function createAssistant({ engine, directory, conversations, ground }: AssistantOptions): AssistantServices {
  const turns = new OneAtATime()
  return {
    encoderStatus: () => engine.status(),
    explain: (text, signal) => turns.run(() => explain(engine.explainer, directory, text, signal), signal),
    attend: (text, look) => turns.run(() => attend(engine.attend, directory, text, look), look.signal),
    understand: (actor, text, channelId) =>
      understand(engine.comprehension, text, directory.situationOf(actor, channelId)),
    readPlan: (actor, text) => readPlanOf(engine.comprehension, directory, actor, text),
    sketchQuestions: (texts) => sketchQuestions(engine.encoder, texts),
    summarize: (messages) => summarize(messages, engine.encoder),
    lookUp: (actor, text) => lookUp(conversations, actor, text),
    lookInto: (actor, asked) => lookInto(conversations, directory, actor, asked),
    findExperts: (actor, text) => findExperts(ground, actor, text),
    ask: (actor, question) => ask(conversations, directory, actor, question),
  }
}

/** While the encoder is away, words alone are compared. */
async function summarize(messages: readonly TalkMessage[], encoder: Encoder | null) {
  try {
    return await summarizeTalk(messages, encoder)
  } catch (error) {
    if (error instanceof EncoderUnavailableError) return summarizeTalk(messages, null)
    throw error
  }
}

async function readPlanOf(comprehension: Comprehension, directory: Directory, actor: Actor, text: string) {
  const situation = await directory.situationOf(actor)
  const [read] = await comprehension.read([{ text: withoutRepetition(text), situation }], 'interactive')
  const slots = read?.understanding.slots ?? []
  const moment = { now: situation.now, timeZone: actor.timeZone }
  return { ...readPlan(text, slots, moment), deadline: readDeadline(text, slots, moment) }
}

async function understand(comprehension: Comprehension, text: string, situation: ReturnType<Directory['situationOf']>) {
  const [read] = await comprehension.read([{ text, situation: await situation }], 'interactive')
  if (!read) throw new Error('nothing was read')
  return asWireUnderstanding(read.understanding)
}

/** As the message was read: without the assistant's name. */
async function explain(explainer: Explainer | undefined, directory: Directory, text: string, signal: AbortSignal) {
  const address = readAddress(text, await directory.assistantNames())
  const explanation = (await explainer?.explain(address.text, signal)) ?? null
  return explanation && asWireExplanation(explanation, text, address)
}

/** What the intent was read from: without the assistant's name, code and the like. */
async function attend(looking: Attending | undefined, directory: Directory, text: string, look: Look) {
  if (!looking) return null
  const address = readAddress(text, await directory.assistantNames())
  try {
    return asWireAttention(await looking(classifiedPart(address.text), look))
  } catch (error) {
    if (error instanceof EncoderUnavailableError) throw new ParleyError('encoder_unavailable', {}, { cause: error })
    throw error
  }
}

async function lookUp(conversations: Conversations, actor: Actor, text: string) {
  const reply = await conversations.lookUp(actor, text)
  return reply.kind === 'answer' ? asWireReply(reply) : null
}

async function lookInto(conversations: Conversations, directory: Directory, actor: Actor, asked: AskingMessage) {
  const { channelId, messageId, text } = asked
  const address = readAddress(text, await directory.assistantNames())
  const place = { kind: 'channel', channelId, messageId, isDirect: false } as const
  const said = { actor, text: address.text || text, place, cause: `lookInto ${messageId}` }
  return { questionId: questionIdOf(said), reply: asWireReply(await conversations.lookInto(said)) }
}

async function ask(conversations: Conversations, directory: Directory, actor: Actor, question: AssistantQuestion) {
  const { text, query, conversationId, clientMessageId } = question
  const address = readAddress(text, await directory.assistantNames())
  const asked = askCause(actor, { text, query }, conversationId, clientMessageId)
  const said = { actor, text: address.text, conversationId, ...(query && { query: asReadQuery(query) }) }
  const answered = await conversations.ask(said, asked)
  const { reply, understanding } = answered
  return {
    conversationId: answered.conversationId as ConversationId,
    reply: asWireReply(reply),
    understanding: asWireUnderstanding(placeUnderstanding(understanding, text, address)),
  }
}

const asWireReply = (reply: StoredReply): AssistantReply => ({
  ...reply,
  citations: [...reply.citations],
  said: [...(reply.said ?? [])],
  reasons: [...reply.reasons],
  tasks: [...reply.tasks],
})
