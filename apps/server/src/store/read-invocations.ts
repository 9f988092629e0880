import type { Invocation, PrivateAnswer } from '@parley/protocol'
import type { Database } from './database'

/** Slash commands that were given, by their ids; those that can no longer be answered are gone. */
export async function readInvocations(rows: Database, ids: readonly string[]): Promise<Map<string, Invocation>> {
  if (ids.length === 0) return new Map()
  const found = await rows
    .selectFrom('command_invocations as invocation')
    .innerJoin('slash_commands', 'slash_commands.id', 'invocation.command_id')
    .select(['invocation.id', 'name', 'arguments', 'user_id', 'channel_id', 'thread_id'])
    .where('invocation.id', 'in', [...ids])
    .execute()
  return new Map(found.map((row) => [row.id, asInvocation(row)]))
}

interface InvocationRow {
  readonly id: string
  readonly name: string
  readonly arguments: string
  readonly user_id: string
  readonly channel_id: string
  readonly thread_id: string | null
}

const asInvocation = (row: InvocationRow) =>
  ({
    id: row.id,
    name: row.name,
    text: row.arguments,
    userId: row.user_id,
    channelId: row.channel_id,
    threadId: row.thread_id,
  }) as Invocation

/** Answers for whoever gave the command alone. */
export async function readPrivateAnswers(rows: Database, ids: readonly string[]): Promise<Map<string, PrivateAnswer>> {
  if (ids.length === 0) return new Map()
  const found = await rows
    .selectFrom('command_answers as answer')
    .innerJoin('command_invocations as invocation', 'invocation.id', 'answer.invocation_id')
    .innerJoin('slash_commands', 'slash_commands.id', 'invocation.command_id')
    .select(['answer.id', 'answer.text', 'invocation_id', 'bot_id', 'channel_id', 'thread_id'])
    .where('answer.id', 'in', [...ids])
    .execute()
  return new Map(
    found.map(({ id, text, invocation_id, bot_id, channel_id, thread_id }) => [
      id,
      {
        invocationId: invocation_id,
        botId: bot_id,
        channelId: channel_id,
        threadId: thread_id,
        text,
      } as PrivateAnswer,
    ]),
  )
}
