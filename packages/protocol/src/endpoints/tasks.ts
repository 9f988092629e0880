import { z } from 'zod'
import { command, query } from '../endpoint'
import { Task, TaskStatus } from '../entities'
import { ChannelId, TaskId, UserId } from '../ids'
import { filledText } from '../well-formed-text'

const due = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).nullable()

export const createTask = command('tasks.create', {
  summary: 'Make a task by hand',
  access: 'signed-in',
  body: z.object({
    title: filledText(500),
    assigneeId: UserId.nullable().default(null),
    due: due.default(null),
    channelId: ChannelId.nullable().default(null),
  }),
  answer: z.object({ task: Task }),
  errors: ['not_found', 'not_a_member'],
})

export const updateTask = command('tasks.update', {
  summary: 'Change a task; whoever sees it may',
  access: 'signed-in',
  body: z.object({
    taskId: TaskId,
    title: filledText(500).optional(),
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
