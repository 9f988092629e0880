import { ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { type OutsideAnswer, postOutside } from '../../outbound/post-outside'
import type { IsAllowed } from '../../outbound/public-address'
import type { CommandCall, CommandReply, Services } from '../../services'
import { signatureHeaders } from '../../signing-secret'
import { readReply } from '../incoming/answer-by-address'
import { checked } from '../incoming/read-slack-body'

/** As at Slack: who needs longer answers later, at the `response_url`. */
const TIMEOUT_MS = 3_000

export interface CallOptions {
  readonly isAllowed: IsAllowed
  /** Where this server is reached from outside. */
  readonly publicUrl: () => string
}

/** Posts a slash command to its address with the fields that Slack's carry, signed. */
export async function callCommand(
  services: Services,
  { isAllowed, publicUrl }: CallOptions,
  actor: Actor,
  call: CommandCall,
): Promise<CommandReply | null> {
  const body = (await formOf(services, actor, call, publicUrl())).toString()
  const timestamp = Math.floor(services.store.now().getTime() / 1000)
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    ...signatureHeaders(openSecret(services, call), { id: uuidv7(), timestamp, body }),
  }
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const answer = await postOutside({ url: call.command.url ?? '', body, headers, isAllowed, signal }).catch(failed)
  if (answer.status < 200 || answer.status >= 300) throw failed(`http_${answer.status}`)
  return readAnswer(services, call, answer).catch(failed)
}

function openSecret({ secrets }: Services, { command: { id, secret } }: CommandCall): string {
  try {
    return secrets.open(secret, { table: 'slash_commands', id })
  } catch (error) {
    return failed(error)
  }
}

/** The caller is told that it failed, and not how: the address is not theirs to know. */
function failed(cause: unknown): never {
  throw new ParleyError('command_failed', {}, { cause })
}

async function formOf(
  { store }: Services,
  actor: Actor,
  { command, invocation, answerSecret }: CommandCall,
  url: string,
) {
  const channel = await store.rows
    .selectFrom('channels')
    .select('name')
    .where('id', '=', invocation.channelId)
    .executeTakeFirstOrThrow()
  return new URLSearchParams({
    command: `/${command.name}`,
    text: invocation.text,
    user_id: actor.userId,
    user_name: actor.name,
    channel_id: invocation.channelId,
    channel_name: channel.name,
    team_id: actor.workspaceId,
    thread_ts: invocation.threadId ?? '',
    trigger_id: invocation.id,
    response_url: new URL(`/api/hooks/answers/${answerSecret}`, url).href,
  })
}

/** JSON in Slack's form, or plain text for whoever gave the command. */
async function readAnswer(services: Services, { command }: CommandCall, { body }: OutsideAnswer) {
  const text = body.trim()
  if (text === '' || text.toLowerCase() === 'ok') return null
  const payload = text.startsWith('{') ? JSON.parse(text) : { text }
  return readReply(services, command, checked(payload))
}
