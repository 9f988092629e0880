import { type CommandAnswer, type CommandInput, ParleyError, type Reminder } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { isMember, requireMembership, requireReadable } from '../../policies/channel-policy'
import { refuseMorePlanned, requireAhead } from '../../policies/planned-limits'
import type { Services } from '../../services'
import type { Database } from '../../store/database'
import { readReminder } from '../../store/reminders'
import type { Store } from '../../store/store'
import { findAssistant, findMember } from '../channels/find-member'
import { refuseArchived } from '../messages/change-message'
import { findMessage } from '../messages/find-message'
import { announceReminder } from './announce-reminder'

export async function createReminder(
  { store }: Pick<Services, 'store'>,
  actor: Actor,
  input: CommandInput<'reminders.create'>,
): Promise<CommandAnswer<'reminders.create'>> {
  return { reminder: await storeReminder(store, actor, { ...input, cause: null }) }
}

export type ReminderDraft = CommandInput<'reminders.create'> & {
  /** What made it, when it was not a hand: the same cause makes one reminder only. */
  readonly cause: string | null
}

/** Stores a reminder that may be, once a cause, and tells those whom it concerns. */
export async function storeReminder(store: Store, actor: Actor, draft: ReminderDraft): Promise<Reminder> {
  const dueAt = requireAhead(draft.dueAt, store.now())
  const userId = draft.channelId ? null : (draft.userId ?? actor.userId)
  return store.write(actor.workspaceId, [actor.userId, ...(userId ? [userId] : [])], async (write) => {
    const { rows } = write
    if (draft.channelId) await requireSpeakable(rows, actor, draft.channelId)
    else if (userId !== actor.userId) await findPerson(rows, actor, draft.userId ?? '')
    if (draft.messageId)
      await requireReadable(rows, actor, (await findMessage(rows, actor, draft.messageId)).channel_id)
    refuseMorePlanned(await countReminders(rows, actor.userId))
    const inserted = await rows
      .insertInto('reminders')
      .values({
        id: uuidv7(),
        workspace_id: actor.workspaceId,
        creator_id: actor.userId,
        user_id: userId,
        channel_id: draft.channelId ?? null,
        message_id: draft.messageId ?? null,
        text: draft.text,
        due_at: dueAt,
        time_zone: actor.timeZone,
        repeats: draft.repeats,
        cause: draft.cause,
        created_at: store.now(),
      })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'cause']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!inserted) return readReminder(rows, await idOfCause(rows, actor, draft.cause))
    return announceReminder(write, inserted.id)
  })
}

/** The assistant speaks in the channel, so it must be there; and who asks for it must be, too. */
async function requireSpeakable(rows: Database, actor: Actor, channelId: string): Promise<void> {
  refuseArchived(await requireMembership(rows, actor, channelId))
  const assistant = await findAssistant(rows, actor.workspaceId)
  if (!(await isMember(rows, channelId, assistant.id))) throw new ParleyError('assistant_absent', { channelId })
}

async function findPerson(rows: Database, actor: Actor, userId: string): Promise<void> {
  const { kind } = await findMember(rows, actor, userId)
  if (kind !== 'person') throw new ParleyError('not_found', { kind: 'user', id: userId })
}

async function countReminders(rows: Database, creatorId: string): Promise<number> {
  const { count } = await rows
    .selectFrom('reminders')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function idOfCause(rows: Database, actor: Actor, cause: string | null): Promise<string> {
  const { id } = await rows
    .selectFrom('reminders')
    .select('id')
    .where('workspace_id', '=', actor.workspaceId)
    .where('cause', '=', cause)
    .executeTakeFirstOrThrow()
  return id
}
