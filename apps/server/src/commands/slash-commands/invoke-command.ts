import { type CommandAnswer, type CommandInput, type Invocation, ParleyError } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { createSecret } from '../../access-tokens'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import { requireThreadMembership } from '../../policies/thread-policy'
import type { Services } from '../../services'
import { claimCommand, forgetClaim } from '../../store/claim-command'
import type { Database } from '../../store/database'
import type { SlashCommandTable } from '../../store/integration-tables'
import type { Store } from '../../store/store'
import { refuseArchived } from '../messages/change-message'
import { answerInvocation, PATIENCE_MS } from './answer-invocation'

type Input = CommandInput<'slashCommands.invoke'>
type CommandRow = Selectable<SlashCommandTable>

/**
 * Tells the integration that its command was given: by its bot's inbox, or by a signed request that it answers at once.
 * Given again under its id while that goes on, it waits, and then sees what came of it.
 */
export function invokeSlashCommand(
  services: Services,
  actor: Actor,
  input: Input,
): Promise<CommandAnswer<'slashCommands.invoke'>> {
  const invoke = () => invokeOnce(services, actor, input)
  const { clientCommandId } = input
  return clientCommandId ? services.repeats.take(`${actor.userId} ${clientCommandId}`, invoke) : invoke()
}

async function invokeOnce(services: Services, actor: Actor, input: Input) {
  const command = await findCommand(services.store.rows, actor, input.name)
  const { secret, hash } = createSecret('prl_answer_')
  const { invocation, isTold } = await noteInvocation(services, actor, input, command, hash)
  if (command.url && !isTold) await callAddress(services, actor, { command, invocation, answerSecret: secret })
  return { invocationId: invocation.id }
}

async function findCommand(rows: Database, actor: Actor, name: string): Promise<CommandRow> {
  const command = await rows
    .selectFrom('slash_commands')
    .innerJoin('users', 'users.id', 'slash_commands.bot_id')
    .selectAll('slash_commands')
    .where('slash_commands.workspace_id', '=', actor.workspaceId)
    .where('users.is_active', '=', true)
    .where((where) => where(where.fn<string>('lower', ['slash_commands.name']), '=', name.toLowerCase()))
    .executeTakeFirst()
  if (!command) throw new ParleyError('not_found', { kind: 'command', id: name })
  return command
}

function noteInvocation({ store }: Services, actor: Actor, input: Input, command: CommandRow, responseHash: Buffer) {
  const { channelId, threadId, text } = input
  const { name } = command
  return store.write(actor.workspaceId, command.url ? [] : [command.bot_id], async ({ rows, append }) => {
    const claim = await claimCommand(rows, actor, { name: 'slashCommands.invoke', input, at: store.now() })
    const { subjectId: id, isRepeated } = claim
    const invocation = { id, name, text, userId: actor.userId, channelId, threadId } as Invocation
    if (isRepeated) return { invocation, isTold: !(await takeUp(rows, id, responseHash)) }
    refuseArchived(await requireMembership(rows, actor, channelId))
    if (threadId) await requireThreadOf(rows, actor, channelId, threadId)
    await forgetOld(rows, actor, store.now())
    await rows
      .insertInto('command_invocations')
      .values({
        id: invocation.id,
        workspace_id: actor.workspaceId,
        command_id: command.id,
        user_id: actor.userId,
        channel_id: channelId,
        thread_id: threadId,
        arguments: text,
        response_hash: responseHash,
        created_at: store.now(),
      })
      .execute()
    if (!command.url) append(command.bot_id, { type: 'command-invoked', invocationId: invocation.id, invocation })
    return { invocation, isTold: false }
  })
}

/** Whether the server ended before the address was told; what it is told now is answered under another secret. */
async function takeUp(rows: Database, invocationId: string, responseHash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('command_invocations')
    .set({ response_hash: responseHash })
    .where('id', '=', invocationId)
    .where('told_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function requireThreadOf(rows: Database, actor: Actor, channelId: string, threadId: string): Promise<void> {
  const root = await requireThreadMembership(rows, actor, threadId)
  if (root.channel_id !== channelId) throw new ParleyError('not_found', { kind: 'message', id: threadId })
}

/** What people typed is kept no longer than it can be answered. */
const forgetOld = (rows: Database, actor: Actor, now: Date) =>
  rows
    .deleteFrom('command_invocations')
    .where('workspace_id', '=', actor.workspaceId)
    .where('created_at', '<', new Date(now.getTime() - 2 * PATIENCE_MS))
    .execute()

interface Call {
  readonly command: CommandRow
  readonly invocation: Invocation
  readonly answerSecret: string
}

async function callAddress(services: Services, actor: Actor, { command, invocation, answerSecret }: Call) {
  const reply = await services.hooks
    .callCommand(actor, { command, invocation, answerSecret })
    .catch(async (error: unknown) => {
      // Whoever reads that it failed may give it again, under the same id, and then it is called again.
      await forgetClaim(services.store.rows, invocation.id)
      throw error
    })
  await noteTold(services.store, invocation.id)
  if (!reply) return
  await answerInvocation(services, invocation.id, reply).catch((error: unknown) => {
    // A bot that is not in the channel may still answer whoever asked.
    if (!(error instanceof ParleyError && error.code === 'not_a_member')) throw error
    return answerInvocation(services, invocation.id, { ...reply, isForChannel: false })
  })
}

const noteTold = ({ rows, now }: Store, invocationId: string) =>
  rows.updateTable('command_invocations').set({ told_at: now() }).where('id', '=', invocationId).execute()
