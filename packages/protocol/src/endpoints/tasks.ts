import { z } from 'zod'
import { command, query } from '../endpoint'
import { Task, TaskStatus } from '../entities'
import { ChannelId, ClientCommandId, TaskId, UserId } from '../ids'
import { nameText } from '../line-text'

/** A typing mistake in the year would put a task where no list ever shows it. */
const isSensibleYear = (instant: string) => {
  const year = Number(instant.slice(0, 4))
  return year >= 1970 && year <= 2200
}

const due = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], { error: 'must be a date or a date and time with offset' })
  .refine(isSensibleYear, { error: 'the year must be between 1970 and 2200' })
  .meta({ description: 'a date, or a date and time with offset; the year from 1970 to 2200' })
  .nullable()

export const createTask = command('tasks.create', {
  summary: 'Make a task by hand',
  access: 'signed-in',
  body: z.object({
    title: nameText(500),
    assigneeId: UserId.nullable().default(null),
    due: due.default(null),
    channelId: ChannelId.nullable().default(null),
    clientCommandId: ClientCommandId.optional(),
  }),
  answer: z.object({ task: Task }),
  errors: ['not_found', 'not_a_member', 'client_command_id_reused'],
})

export const updateTask = command('tasks.update', {
  summary: 'Change a task; whoever sees it may',
  access: 'signed-in',
  body: z.object({
    taskId: TaskId,
    title: nameText(500).optional(),
    assigneeId: UserId.nullable().optional(),
    due: due.optional(),
    status: TaskStatus.optional(),
  }),
  answer: z.object({ task: Task }),
  errors: ['not_found'],
})

export const listTasks = query('tasks.list', {
  summary: 'Tasks you created, were given, or share a channel with; newest first',
  access: 'signed-in',
  input: z.object({ status: TaskStatus.optional() }),
  answer: z.object({ tasks: z.array(Task) }),
  errors: [],
})
