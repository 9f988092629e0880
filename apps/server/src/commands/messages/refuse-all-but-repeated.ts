import { ParleyError } from '@parley/protocol'

/** What the assistant says once was said before, in other words: a name or a language has changed since, or a decision failed. */
export function refuseAllButRepeated(error: unknown): void {
  if (!(error instanceof ParleyError) || error.code !== 'client_message_id_reused') throw error
}
