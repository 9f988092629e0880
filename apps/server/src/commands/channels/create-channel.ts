import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { refuseDuplicate } from '../../store/unique'
import { findAssistant } from './find-member'
import { admit } from './membership'

/** The creator joins and looks after it, and so does the assistant unless it is not wanted. */
export async function createChannel(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'channels.create'>,
): Promise<CommandAnswer<'channels.create'>> {
  if (actor.role === 'guest') throw new ParleyError('forbidden', { action: 'create_channel' })
  const channelId = uuidv7()
  const assistant = await findAssistant(store.rows, actor.workspaceId)
  const creator = { id: actor.userId, kind: actor.kind, workspaceId: actor.workspaceId, isModerator: true }
  const state = await refuseDuplicate(
    'channels_name',
    () => new ParleyError('channel_name_taken', { name: input.name }),
    () =>
      store.write(actor.workspaceId, [actor.userId, assistant.id], async (write) => {
        await write.createStream(channelId, 'channel')
        await write.rows
          .insertInto('channels')
          .values({
            id: channelId,
            workspace_id: actor.workspaceId,
            name: input.name.trim(),
            kind: input.kind,
            topic: input.topic,
            purpose: input.purpose,
            created_by: actor.userId,
          })
          .execute()
        if (input.withAssistant) await admit(write, channelId, assistant)
        return admit(write, channelId, creator)
      }),
  )
  return { channel: state.channel, state }
}
