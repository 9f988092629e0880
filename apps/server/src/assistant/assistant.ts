import type { ConversationId } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'
import type { AssistantServices } from '../services'
import type { Comprehension } from './comprehension'
import type { Conversations } from './converse'
import type { Directory } from './directory'
import type { LanguageEngine } from './language-engine'
import { asWireUnderstanding } from './wire-understanding'

export interface AssistantOptions {
  readonly engine: Pick<LanguageEngine, 'status' | 'comprehension'>
  readonly directory: Directory
  readonly conversations: Conversations
}

/** The assistant as commands and queries see it. */
export function createAssistant({ engine, directory, conversations }: AssistantOptions): AssistantServices {
  return {
    encoderStatus: () => engine.status(),
    understand: (actor, text) => understand(engine.comprehension, directory, actor, text),
    ask: (actor, text, conversationId) => ask(conversations, actor, text, conversationId),
  }
}

async function understand(comprehension: Comprehension, directory: Directory, actor: Actor, text: string) {
  const situation = await directory.situationOf(actor)
  const [read] = await comprehension.read([{ text, situation }], 'interactive')
  if (!read) throw new Error('nothing was read')
  return asWireUnderstanding(read.understanding)
}

async function ask(conversations: Conversations, actor: Actor, text: string, conversationId: string | undefined) {
  const answered = await conversations.answer({
    actor,
    place: { kind: 'conversation', conversationId },
    text,
    cause: `ask/${uuidv7()}`,
  })
  const { reply, understanding } = answered
  return {
    conversationId: answered.conversationId as ConversationId,
    reply: { ...reply, citations: [...reply.citations], reasons: [...reply.reasons], tasks: [...reply.tasks] },
    understanding: asWireUnderstanding(understanding),
  }
}
