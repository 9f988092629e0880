import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../actor'

/** Names a question asked outside of channels, so that a retry is told from another question. */
export interface AskCause {
  /** Of everything that was asked under the same client id. */
  readonly prefix: string
  readonly cause: string
}

/** Without a client id every asking is another one. */
export function askCause(
  { userId }: Actor,
  text: string,
  conversationId: string | undefined,
  clientMessageId: string = uuidv7(),
): AskCause {
  const prefix = `ask/${userId}/${digest(clientMessageId)}/`
  return { prefix, cause: `${prefix}${digest(JSON.stringify([text, conversationId ?? null]))}` }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
