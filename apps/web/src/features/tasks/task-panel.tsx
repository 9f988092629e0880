import { type Task, TaskId } from '@parley/protocol'
import { Suspense } from 'react'
import { Link } from 'wouter'
import { lazyPart } from '../../app/lazy-part'
import { withTexts } from '../../app/texts'
import { useNames } from '../../app/use-names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { NotFound } from '../shell/not-found'
import { TaskFacts } from './task-facts'
import { useTaskCommands } from './use-task-commands'

const ReasonList = lazyPart(() => withTexts('reasons', () => import('../understanding/reason-list')))

export default function TaskPanel({ taskId }: { taskId: string }) {
  const id = TaskId.safeParse(taskId).data
  const task = useSession((session) => (id ? session.tasks.get(id) : undefined))
  return task ? <TaskView task={task} /> : <NotFound />
}

const statusTexts = { open: 'web.tasks.open', done: 'web.tasks.done', cancelled: 'web.tasks.cancelled' } as const
/** What the chief button does. */
const nextTexts = { open: 'web.tasks.finish', done: 'web.tasks.reopenShort', cancelled: 'web.tasks.restore' } as const

function TaskView({ task }: { task: Task }) {
  const text = useText()
  const names = useNames()
  const isKnownChannel = useSession(({ channels }) => task.channelId !== null && channels.has(task.channelId))
  const { toggle, cancel } = useTaskCommands()
  return (
    <>
      <section className="panel__section">
        <p className="why__verdict">{task.title}</p>
        <TaskFacts task={task} />
        <div className="task-actions">
          <Button look="primary" onClick={() => toggle(task)}>
            {text(nextTexts[task.status])}
          </Button>
          {task.status === 'open' && <Button onClick={() => cancel(task)}>{text('web.tasks.cancel')}</Button>}
        </div>
      </section>
      <section className="panel__section">
        <dl className="facts">
          <dt>{text('web.tasks.status')}</dt>
          <dd>{text(statusTexts[task.status])}</dd>
          <dt>{text('web.tasks.createdBy')}</dt>
          <dd>{names.personById(task.createdBy)}</dd>
        </dl>
        {isKnownChannel && <Link href={`/c/${task.channelId}`}>{text('web.tasks.source')}</Link>}
      </section>
      {task.reasons.length > 0 && (
        <section className="panel__section">
          <h3>{text('web.tasks.reasons')}</h3>
          <Suspense fallback={null}>
            <ReasonList reasons={task.reasons} />
          </Suspense>
        </section>
      )}
    </>
  )
}
