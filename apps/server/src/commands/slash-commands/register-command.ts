import { type CommandAnswer, type CommandInput, isOwnCommand, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { requireBot } from '../../policies/integration-policy'
import type { Services } from '../../services'
import { createSigningSecret } from '../../signing-secret'
import { recordAudit } from '../../store/audit-log'
import { asSlashCommand } from '../../store/integration-rows'
import { refuseDuplicate } from '../../store/unique'
import type { Write } from '../../store/write'
import { insertBot } from '../bots/insert-bot'
import { requireCallable } from '../hooks/require-callable'

type Input = CommandInput<'slashCommands.create'>

export async function createSlashCommand(
  services: Services,
  actor: Actor,
  input: Input,
): Promise<CommandAnswer<'slashCommands.create'>> {
  const { store, secrets } = services
  // Nobody would hear of it.
  if (!input.url && !input.botId) throw new ParleyError('invalid_request', { field: 'url', issues: [] })
  if (isOwnCommand(input.name)) throw new ParleyError('command_name_taken', { name: input.name })
  if (input.url) await requireCallable(services, input.url)
  const secret = createSigningSecret()
  const id = uuidv7()
  const sealed = secrets.seal(secret, { table: 'slash_commands', id })
  return refuseDuplicate(
    'slash_commands_name',
    () => new ParleyError('command_name_taken', { name: input.name }),
    () =>
      store.write(actor.workspaceId, [actor.workspaceId], async (write) => {
        const bot = input.botId
          ? await requireBot(write.rows, actor, input.botId)
          : await insertBot(write, actor, { name: input.name, description: '' })
        const made = { ...input, id, botId: bot.id, secret: sealed, at: store.now() }
        const row = await insertCommand(write, actor, made)
        const audited = { kind: 'slash-command-created' as const, subject: { id: row.id, name: row.name } }
        await recordAudit(write.rows, actor, store.now(), audited)
        return { slashCommand: asSlashCommand(row), secret }
      }),
  )
}

interface NewCommand extends Omit<Input, 'botId'> {
  readonly id: string
  readonly botId: string
  /** Sealed. */
  readonly secret: string
  readonly at: Date
}

const insertCommand = ({ rows }: Write, actor: Actor, command: NewCommand) =>
  rows
    .insertInto('slash_commands')
    .values({
      id: command.id,
      workspace_id: actor.workspaceId,
      name: command.name,
      description_en: command.description.en,
      description_zh: command.description.zh,
      usage: command.usage,
      url: command.url,
      bot_id: command.botId,
      secret: command.secret,
      created_by: actor.userId,
      created_at: command.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export function removeSlashCommand(
  { store }: Services,
  actor: Actor,
  { slashCommandId }: CommandInput<'slashCommands.remove'>,
): Promise<CommandAnswer<'slashCommands.remove'>> {
  return store.write(actor.workspaceId, [], async ({ rows }) => {
    const row = await rows
      .deleteFrom('slash_commands')
      .where('id', '=', slashCommandId)
      .where('workspace_id', '=', actor.workspaceId)
      .returning('name')
      .executeTakeFirst()
    if (!row) throw new ParleyError('not_found', { kind: 'command', id: slashCommandId })
    const audited = { kind: 'slash-command-removed' as const, subject: { id: slashCommandId, name: row.name } }
    await recordAudit(rows, actor, store.now(), audited)
    return {}
  })
}
