import { type CommandCall, sessionOf } from './command-call'
import { personAtStart } from './person-at-start'

/** For oneself, or for whoever stands first; "by Friday" and 周五前 set the date. Without words the dialog opens. */
export async function makeTask(call: CommandCall): Promise<void> {
  const { channelId, services, open, text, toast, fail, names, attempt } = call
  const { userId, rest: said } = await personAtStart(call)
  const assigneeId = userId ?? sessionOf(call).me.id
  if (said === '') return open({ kind: 'new-task', title: '', channelId })
  const { at, rest } = await attempt.readTime(said)
  const title = (at && rest.trim()) || said
  const asked = { title, assigneeId, due: at, channelId, clientCommandId: attempt.id }
  const { task } = await services.client.command('tasks.create', asked)
  const cancel = () =>
    void services.client.command('tasks.update', { taskId: task.id, status: 'cancelled' }).catch(fail)
  toast({ text: text('web.commands.task.done', { title, name: names.personById(assigneeId) }), onUndo: cancel })
}
