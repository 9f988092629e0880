import { type CommandAnswer, type CommandInput, ParleyError, type Reminder } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { isMember, requireMembership, requireReadable } from '../../policies/channel-policy'
import { refuseMorePlanned, requireAhead } from '../../policies/planned-limits'
import type { Services } from '../../services'
import { type Claim, claimCommand } from '../../store/claim-command'
import type { Database } from '../../store/database'
import { asReminder, findReminder, type ReminderRow, readReminder } from '../../store/reminders'
import type { Store } from '../../store/store'
import type { Write } from '../../store/write'
import { findAssistant, findMember } from '../channels/find-member'
import { refuseArchived } from '../messages/change-message'
import { findMessage } from '../messages/find-message'
import { announceReminder, reminderStreams } from './announce-reminder'

export async function createReminder(
  { store }: Pick<Services, 'store'>,
  actor: Actor,
  input: CommandInput<'reminders.create'>,
): Promise<CommandAnswer<'reminders.create'>> {
  return store.write(actor.workspaceId, streamsOf(actor, input), async (write) => {
    const claim = await claimCommand(write.rows, actor, { name: 'reminders.create', input, at: store.now() })
    const draft = { ...input, cause: null }
    if (claim.isRepeated) return { reminder: await readAgain(write.rows, rowOf(actor, draft, claim)) }
    return { reminder: await insertReminder(write, actor, draft, claim) }
  })
}

export type ReminderDraft = CommandInput<'reminders.create'> & {
  /** What made it, when it was not a hand: the same cause makes one reminder only. */
  readonly cause: string | null
}

/** Stores a reminder that may be, once a cause, and tells those whom it concerns. */
export function storeReminder(store: Store, actor: Actor, draft: ReminderDraft): Promise<Reminder> {
  const claim = { subjectId: uuidv7(), isRepeated: false, at: store.now() }
  return store.write(actor.workspaceId, streamsOf(actor, draft), (write) => insertReminder(write, actor, draft, claim))
}

const streamsOf = (actor: Actor, input: CommandInput<'reminders.create'>) =>
  reminderStreams({ creator_id: actor.userId, user_id: remindedBy(actor, input) })

const remindedBy = (actor: Actor, { channelId, userId }: CommandInput<'reminders.create'>): string | null =>
  channelId ? null : (userId ?? actor.userId)

async function insertReminder(write: Write, actor: Actor, draft: ReminderDraft, claim: Claim): Promise<Reminder> {
  const { rows } = write
  requireAhead(draft.dueAt, claim.at)
  if (draft.channelId) await requireSpeakable(rows, actor, draft.channelId)
  else if (draft.userId && draft.userId !== actor.userId) await findPerson(rows, actor, draft.userId)
  if (draft.messageId) await requireReadable(rows, actor, (await findMessage(rows, actor, draft.messageId)).channel_id)
  refuseMorePlanned(await countReminders(rows, actor.userId))
  const inserted = await rows
    .insertInto('reminders')
    .values(rowOf(actor, draft, claim))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'cause']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return readReminder(rows, await idOfCause(rows, actor, draft.cause))
  return announceReminder(write, inserted.id)
}

const rowOf = (actor: Actor, draft: ReminderDraft, claim: Claim): ReminderRow => ({
  id: claim.subjectId,
  workspace_id: actor.workspaceId,
  creator_id: actor.userId,
  user_id: remindedBy(actor, draft),
  channel_id: draft.channelId ?? null,
  message_id: draft.messageId ?? null,
  text: draft.text,
  due_at: new Date(draft.dueAt),
  time_zone: actor.timeZone,
  repeats: draft.repeats,
  is_due: false,
  cause: draft.cause,
  created_at: claim.at,
})

/** As it is now; one that was ticked off meanwhile as it was made. */
async function readAgain(rows: Database, made: ReminderRow): Promise<Reminder> {
  return (await findReminder(rows, made.id)) ?? asReminder(made)
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
