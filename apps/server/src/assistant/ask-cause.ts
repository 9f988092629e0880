import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'
import type { AssistantQuestion } from '../services'

/** Names a question asked outside of channels, so that a retry is told from another question. */
export interface AskCause {
  /** Of everything that was asked under the same client id. */
  readonly prefix: string
  readonly cause: string
}

/** Without a client id every asking is another one. */
export function askCause(
  { userId }: Actor,
  { text, query }: Pick<AssistantQuestion, 'text' | 'query'>,
  conversationId: string | undefined,
  clientMessageId: string = uuidv7(),
): AskCause {
  const prefix = `ask/${userId}/${digest(clientMessageId)}/`
  return {
    prefix,
    cause: `${prefix}${digest(JSON.stringify([text, conversationId ?? null, ...(query ? [query] : [])]))}`,
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
