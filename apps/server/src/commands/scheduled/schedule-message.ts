import { type CommandAnswer, type CommandInput, ParleyError } from '@parley/protocol'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import { refuseMorePlanned, requireAhead } from '../../policies/planned-limits'
import { requireThreadMembership } from '../../policies/thread-policy'
import type { Services } from '../../services'
import { type Claim, claimCommand } from '../../store/claim-command'
import { storeText } from '../../store/content'
import type { Database } from '../../store/database'
import { asScheduled, type ScheduledRow } from '../../store/scheduled-messages'
import { refuseArchived } from '../messages/change-message'

/** Keeps a message for later. Whether it may be sent then is asked again then, at the same door as for every message. */
export async function scheduleMessage(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'messages.schedule'>,
): Promise<CommandAnswer<'messages.schedule'>> {
  return store.write(actor.workspaceId, [actor.userId], async ({ rows, append }) => {
    const claim = await claimCommand(rows, actor, { name: 'messages.schedule', input, at: store.now() })
    const row = rowOf(actor, input, claim)
    if (claim.isRepeated) return { scheduled: asScheduled((await findScheduled(rows, row.id)) ?? row) }
    requireAhead(input.sendAt, store.now())
    refuseArchived(await requireMembership(rows, actor, input.channelId))
    if (input.threadId) await requireThreadOf(rows, actor, input.threadId, input.channelId)
    refuseMorePlanned(await countScheduled(rows, actor.userId))
    await rows.insertInto('scheduled_messages').values(row).execute()
    const scheduled = asScheduled(row)
    append(actor.userId, { type: 'scheduled-message-saved', scheduled })
    return { scheduled }
  })
}

/** What is asked for. Asked for again when it was sent already, it is answered as it was then. */
const rowOf = (actor: Actor, input: CommandInput<'messages.schedule'>, claim: Claim): ScheduledRow => ({
  id: claim.subjectId,
  workspace_id: actor.workspaceId,
  author_id: actor.userId,
  channel_id: input.channelId,
  thread_id: input.threadId,
  is_also_in_channel: input.isAlsoInChannel,
  text: storeText(input.text),
  send_at: new Date(input.sendAt),
  time_zone: actor.timeZone,
  failure: null,
  created_at: claim.at,
})

const findScheduled = (rows: Database, id: string): Promise<ScheduledRow | undefined> =>
  rows.selectFrom('scheduled_messages').selectAll().where('id', '=', id).executeTakeFirst()

async function requireThreadOf(rows: Database, actor: Actor, threadId: string, channelId: string): Promise<void> {
  const root = await requireThreadMembership(rows, actor, threadId)
  if (root.channel_id !== channelId) throw new ParleyError('not_found', { kind: 'message', id: threadId })
}

async function countScheduled(rows: Database, authorId: string): Promise<number> {
  const { count } = await rows
    .selectFrom('scheduled_messages')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('author_id', '=', authorId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
