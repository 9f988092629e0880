import type { CommandAnswer, CommandInput } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'

export async function understand(
  { assistant }: Services,
  actor: Actor,
  input: CommandInput<'understand'>,
): Promise<CommandAnswer<'understand'>> {
  return { understanding: await assistant.understand(actor, input.text) }
}
