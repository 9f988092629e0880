import type { CommandAnswer, CommandInput, Reason, Task } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../actor'
import { requireMembership } from '../../policies/channel-policy'
import type { Services } from '../../services'
import { claimCommand } from '../../store/claim-command'
import type { Database } from '../../store/database'
import { jsonText } from '../../store/json-text'
import { asTask } from '../../store/rows'
import type { Store } from '../../store/store'
import type { Write } from '../../store/write'
import { findMember } from '../channels/find-member'
import { announceTask, taskStreams } from './save-task'

export interface TaskDraft {
  readonly id?: string
  readonly title: string
  readonly assigneeId: string | null
  readonly due: string | null
  readonly channelId: string | null
  readonly sourceMessageId: string | null
  readonly origin: 'person' | 'assistant'
  readonly reasons: readonly Reason[]
  /** What made it, when it was not a hand: the same cause makes one task only. */
  readonly cause: string | null
}

export async function createTask(
  { store }: Services,
  actor: Actor,
  input: CommandInput<'tasks.create'>,
): Promise<CommandAnswer<'tasks.create'>> {
  const byHand = { sourceMessageId: null, origin: 'person', reasons: [], cause: null } as const
  return store.write(actor.workspaceId, streamsOf(actor, input), async (write) => {
    const claim = await claimCommand(write.rows, actor, { name: 'tasks.create', input, at: store.now() })
    if (claim.isRepeated) return { task: await readTask(write.rows, claim.subjectId) }
    if (input.assigneeId) await findMember(write.rows, actor, input.assigneeId)
    return { task: await insertTask(write, actor, { ...input, ...byHand, id: claim.subjectId }) }
  })
}

/** Stores a task that may be stored, once a cause, and tells those who may see it. */
export function storeTask(store: Store, actor: Actor, draft: TaskDraft): Promise<Task> {
  return store.write(actor.workspaceId, streamsOf(actor, draft), (write) => insertTask(write, actor, draft))
}

const streamsOf = (actor: Actor, { channelId, assigneeId }: Pick<TaskDraft, 'channelId' | 'assigneeId'>) =>
  taskStreams({
    channelId: channelId as Task['channelId'],
    createdBy: actor.userId as Task['createdBy'],
    assigneeId: assigneeId as Task['assigneeId'],
  })

async function insertTask(write: Write, actor: Actor, draft: TaskDraft): Promise<Task> {
  // Under the channel's lock: somebody being taken out of it makes no task there any more.
  if (draft.channelId) await requireMembership(write.rows, actor, draft.channelId)
  const inserted = await write.rows
    .insertInto('tasks')
    .values({
      id: draft.id ?? uuidv7(),
      workspace_id: actor.workspaceId,
      title: draft.title.trim(),
      assignee_id: draft.assigneeId,
      due: draft.due,
      status: 'open',
      created_by: actor.userId,
      channel_id: draft.channelId,
      source_message_id: draft.sourceMessageId,
      origin: draft.origin,
      reasons: jsonText(draft.reasons),
      cause: draft.cause,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'cause']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!inserted) return madeEarlier(write.rows, actor, draft.cause)
  const task = asTask(inserted)
  await announceTask(write, task, null)
  return task
}

async function readTask(rows: Database, id: string): Promise<Task> {
  return asTask(await rows.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

async function madeEarlier(rows: Database, actor: Actor, cause: string | null): Promise<Task> {
  const row = await rows
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .where('cause', '=', cause)
    .executeTakeFirstOrThrow()
  return asTask(row)
}
