import { hashSecret } from '../../access-tokens'
import { answerInvocation, selectInvocations } from '../../commands/slash-commands/answer-invocation'
import { readActor } from '../../queries/read-actor'
import type { CommandReply, Services } from '../../services'
import { readSlackBody } from './read-slack-body'
import type { SlackPayload } from './slack-payload'
import { SlackRefusal } from './slack-refusal'
import { textOfPayload } from './text-of-payload'

/** A later answer to a slash command, at its `response_url`. */
export async function answerByAddress(services: Services, secret: string, body: Buffer): Promise<void> {
  const { rows } = services.store
  const invocation = await selectInvocations(rows).where('response_hash', '=', hashSecret(secret)).executeTakeFirst()
  if (!invocation) throw new SlackRefusal('no_service')
  const command = { workspace_id: invocation.workspace_id, bot_id: invocation.bot_id }
  const reply = await readReply(services, command, readSlackBody(body))
  if (!reply) throw new SlackRefusal('no_text')
  await answerInvocation(services, invocation.id, reply)
}

/** What an integration answers, in Slack's form; null when it says nothing. */
export async function readReply(
  { store }: Pick<Services, 'store'>,
  { workspace_id, bot_id }: { readonly workspace_id: string; readonly bot_id: string },
  payload: SlackPayload,
): Promise<CommandReply | null> {
  const bot = await readActor(store.rows, workspace_id, bot_id)
  const text = await textOfPayload(store.rows, bot, payload)
  return text === null ? null : { text, isForChannel: payload.response_type === 'in_channel' }
}
