import type { Task } from '@parley/protocol'
import { type CommandCall, sessionOf } from './command-call'
import { personAnywhere } from './person-anywhere'

const NOTHING = { due: null, rest: '' }

/** For oneself, or for whoever is named; "by Friday" and 周五前 set the date. What is missing is asked for. */
export async function makeTask(call: CommandCall): Promise<void> {
  const { channelId, services, open, toast, fail, attempt } = call
  const { userId, rest: said } = await personAnywhere(call)
  const assigneeId = userId ?? sessionOf(call).me.id
  const { due, rest: title } = said === '' ? NOTHING : (await attempt.readTime(said)).deadline
  if (title === '') return open({ kind: 'new-task', title, channelId, assigneeId, due })
  const asked = { title, assigneeId, due, channelId, clientCommandId: attempt.id }
  const { task } = await services.client.command('tasks.create', asked)
  const cancel = () =>
    void services.client.command('tasks.update', { taskId: task.id, status: 'cancelled' }).catch(fail)
  toast({ text: describe(call, task), onUndo: cancel })
}

function describe({ text, names, sayTime }: CommandCall, { title, assigneeId, due }: Task): string {
  const name = assigneeId ? names.personById(assigneeId) : ''
  if (!due) return text('web.commands.task.done', { name, title })
  return text('web.commands.task.doneBy', { name, title, date: sayTime(due) })
}
