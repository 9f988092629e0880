import { translate } from '@parley/locale'
import type { UserId } from '@parley/protocol'
import { actorOf } from '../../actor'
import { readAssistant } from '../../queries/read-actor'
import type { Services } from '../../services'
import { openDirectChannel } from '../channels/open-direct-channel'
import type { Beginning } from './create-first-person'

/** Nobody should land in an empty room: the assistant says three things to try, and its direct dialogue is open. */
export async function welcomeOwner(services: Services, { workspaceId, owner, channelId }: Beginning): Promise<void> {
  const { store } = services
  const assistant = await readAssistant(store.rows, workspaceId)
  await openDirectChannel(services, actorOf(owner, workspaceId), { userIds: [assistant.userId as UserId] })
  await store.messages.store({
    workspaceId,
    channelId,
    authorId: assistant.userId,
    clientMessageId: `welcome/${owner.id}`,
    threadId: null,
    text: translate(owner.language, 'server.welcome', { name: owner.name }),
    card: null,
  })
}
