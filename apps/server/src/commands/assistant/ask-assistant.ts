import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

/**
 * One turn outside of any channel: what is answered is limited to what the asker may read. A retry under the same client
 * id is answered as the first was, as long as the conversation has not gone on.
 */
export function askAssistant(
  { assistant }: Services,
  actor: Actor,
  input: CommandInput<'assistant.ask'>,
): Promise<CommandAnswer<'assistant.ask'>> {
  return assistant.ask(actor, input)
}
