import { translate } from '@parley/locale'
import { type Language, ParleyError, type UserId } from '@parley/protocol'
import { type Actor, actorOf } from '../../actor'
import { readAssistant } from '../../queries/read-actor'
import type { Services } from '../../services'
import { asUser } from '../../store/rows'
import { openDirectChannel } from '../channels/open-direct-channel'
import { refuseAllButRepeated } from '../messages/refuse-all-but-repeated'

/** The assistant tells the author of a reported message, in their own language and under four eyes; once a report. */
export async function warnPerson(services: Services, actor: Actor, reportId: string, reason: string): Promise<void> {
  const { store } = services
  const assistant = await readAssistant(store.rows, actor.workspaceId)
  const author = await readAuthor(services, reportId)
  if (author.kind !== 'person') throw new ParleyError('forbidden', { action: 'warn_program' })
  const person = actorOf(author, actor.workspaceId)
  const { channel } = await openDirectChannel(services, person, { userIds: [assistant.userId as UserId] })
  const saying = store.messages.store({
    workspaceId: actor.workspaceId,
    channelId: channel.id,
    authorId: assistant.userId,
    clientMessageId: `warning/${reportId}`,
    threadId: null,
    text: wordsOf(author.language, reason),
    card: null,
  })
  await saying.catch(refuseAllButRepeated)
}

const wordsOf = (language: Language, reason: string): string =>
  reason.trim() === ''
    ? translate(language, 'server.warning')
    : translate(language, 'server.warningReason', { reason: reason.trim() })

async function readAuthor({ store }: Services, reportId: string) {
  const row = await store.rows
    .selectFrom('reports')
    .innerJoin('messages', 'messages.id', 'reports.message_id')
    .innerJoin('users', 'users.id', 'messages.author_id')
    .selectAll('users')
    .where('reports.id', '=', reportId)
    .executeTakeFirstOrThrow()
  return asUser(row)
}
