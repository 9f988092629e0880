import { type AnswerId, type CommandAnswer, type CommandInput, ParleyError, type PrivateAnswer } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { readActor } from '../../queries/read-actor'
import type { CommandReply, Services } from '../../services'
import type { Database } from '../../store/database'
import { resolveMentions } from '../messages/resolve-mentions'

/** How long, and how often, a command can be answered: as at Slack. */
export const PATIENCE_MS = 30 * 60 * 1000
const LIMIT = 5

/** For the bot whose command it is; others are told that there is none. */
export async function answerSlashCommand(
  services: Services,
  actor: Actor,
  { invocationId, ...reply }: CommandInput<'slashCommands.answer'>,
): Promise<CommandAnswer<'slashCommands.answer'>> {
  const invocation = await selectInvocations(services.store.rows)
    .where('command_invocations.id', '=', invocationId)
    .where('slash_commands.bot_id', '=', actor.userId)
    .executeTakeFirst()
  if (!invocation) throw new ParleyError('not_found', { kind: 'invocation', id: invocationId })
  await answerInvocation(services, invocationId, reply)
  return {}
}

export async function answerInvocation(services: Services, invocationId: string, reply: CommandReply): Promise<void> {
  const { store } = services
  const invocation = await selectInvocations(store.rows)
    .where('command_invocations.id', '=', invocationId)
    .executeTakeFirstOrThrow()
  const number = await takeTurn(store.rows, invocationId, store.now())
  if (reply.isForChannel) await answerChannel(services, invocation, number, reply.text)
  else await answerPrivately(services, invocation, reply.text)
}

type InvocationRow = Awaited<ReturnType<ReturnType<typeof selectInvocations>['executeTakeFirstOrThrow']>>

export const selectInvocations = (rows: Database) =>
  rows
    .selectFrom('command_invocations')
    .innerJoin('slash_commands', 'slash_commands.id', 'command_invocations.command_id')
    .innerJoin('users', 'users.id', 'slash_commands.bot_id')
    .where('users.is_active', '=', true)
    .selectAll('command_invocations')
    .select(['slash_commands.bot_id', 'slash_commands.name'])

async function takeTurn(rows: Database, invocationId: string, now: Date): Promise<number> {
  const turn = await rows
    .updateTable('command_invocations')
    .set((column) => ({ response_count: column('response_count', '+', 1) }))
    .where('id', '=', invocationId)
    .where('response_count', '<', LIMIT)
    .where('created_at', '>', new Date(now.getTime() - PATIENCE_MS))
    .returning('response_count')
    .executeTakeFirst()
  if (!turn) throw new ParleyError('too_many_answers', { limit: LIMIT })
  return turn.response_count
}

/** An ordinary message of the bot, which has to be in the channel. */
async function answerChannel(services: Services, invocation: InvocationRow, number: number, text: string) {
  const { store } = services
  const bot = await readActor(store.rows, invocation.workspace_id, invocation.bot_id)
  await store.messages.store({
    workspaceId: invocation.workspace_id,
    channelId: invocation.channel_id,
    authorId: invocation.bot_id,
    clientMessageId: `answer-${invocation.id}-${number}`,
    threadId: invocation.thread_id,
    text,
    mentions: await resolveMentions(services, bot, invocation.channel_id, text),
    card: null,
  })
}

function answerPrivately({ store }: Services, invocation: InvocationRow, text: string): Promise<void> {
  const answer = {
    invocationId: invocation.id,
    botId: invocation.bot_id,
    channelId: invocation.channel_id,
    threadId: invocation.thread_id,
    text,
  } as PrivateAnswer
  return store.write(invocation.workspace_id, [invocation.user_id], async ({ rows, append }) => {
    const id = uuidv7()
    await rows
      .insertInto('command_answers')
      .values({
        id,
        workspace_id: invocation.workspace_id,
        invocation_id: invocation.id,
        text,
        created_at: store.now(),
      })
      .execute()
    append(invocation.user_id, { type: 'command-answered', answerId: id as AnswerId, answer })
  })
}
