import { type CommandAnswer, type CommandInput, type FileInfo, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { asFileInfo } from '../../store/rows'
import { resolveMentions } from './resolve-mentions'

/**
 * The door for everybody outside the server; what the server says itself goes to `store.messages` at once.
 *
 * Whether the sender is a member, whether the message is a retry, and its numbers are decided in the database under
 * the channel's lock (`store/routines/commit-messages.sql`), together with what others send at the same time.
 */
export async function sendMessage(
  services: Services,
  actor: Actor,
  input: CommandInput<'messages.send'>,
): Promise<CommandAnswer<'messages.send'>> {
  const message = await services.store.messages.store({
    workspaceId: actor.workspaceId,
    channelId: input.channelId,
    authorId: actor.userId,
    clientMessageId: input.clientMessageId,
    threadId: input.threadId ?? null,
    isAlsoInChannel: input.isAlsoInChannel,
    text: input.text,
    mentions: await resolveMentions(services, actor, input.channelId, input.text),
    files: await readOwnFiles(services.store.rows, actor, input.fileIds),
    card: null,
  })
  return { message }
}

/** As they are to be shown. Whether they may be sent is decided under the lock: a retry's belong to its message already. */
async function readOwnFiles(rows: Database, actor: Actor, fileIds: readonly string[]): Promise<FileInfo[]> {
  if (fileIds.length === 0) return []
  const found = await rows
    .selectFrom('files')
    .selectAll()
    .where('id', 'in', [...fileIds])
    .where('owner_id', '=', actor.userId)
    .execute()
  return fileIds.map((id) => {
    const row = found.find((it) => it.id === id)
    if (!row) throw new ParleyError('not_found', { kind: 'file', id })
    if (!row.completed_at) throw new ParleyError('file_incomplete', { fileId: id, name: row.name })
    return asFileInfo(row)
  })
}
