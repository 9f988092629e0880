import './tasks.css'
import { ListChecks, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useOverlay } from '../../app/use-overlay'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Segmented } from '../../components/segmented'
import { PageHead } from '../shell/page-head'
import { selectTasks, type TaskFilter } from './select-tasks'
import { TaskRow } from './task-row'

export default function TasksPage() {
  const text = useText()
  const { open } = useOverlay()
  const tasks = useSession((session) => session.tasks)
  const myId = useSession((session) => session.me.id)
  const [filter, setFilter] = useState<TaskFilter>({ whose: 'mine', which: 'open' })
  const shown = useMemo(() => selectTasks(tasks.values(), filter, myId), [tasks, filter, myId])
  return (
    <>
      <PageHead title={text('web.tasks.title')} subtitle={text('web.tasks.count', { count: shown.length })}>
        <Button look="primary" onClick={() => open({ kind: 'new-task', title: '', channelId: null })}>
          <Plus size={16} aria-hidden="true" />
          {text('web.tasks.new')}
        </Button>
      </PageHead>
      <main className="page">
        <div className="page__inner">
          <Filters filter={filter} onFilter={setFilter} />
          {shown.length === 0 ? (
            <NoTasks which={filter.which} />
          ) : (
            <ul className="rows">
              {shown.map((task) => (
                <TaskRow key={task.id} task={task} />
              ))}
            </ul>
          )}
        </div>
      </main>
    </>
  )
}

function Filters({ filter, onFilter }: { filter: TaskFilter; onFilter: (filter: TaskFilter) => void }) {
  const text = useText()
  return (
    <div className="filters">
      <Segmented
        label={text('web.tasks.whose')}
        value={filter.whose}
        onValue={(whose) => onFilter({ ...filter, whose })}
        options={[
          { value: 'mine', label: text('web.tasks.mine') },
          { value: 'all', label: text('web.tasks.all') },
        ]}
      />
      <Segmented
        label={text('web.tasks.which')}
        value={filter.which}
        onValue={(which) => onFilter({ ...filter, which })}
        options={[
          { value: 'open', label: text('web.tasks.open') },
          { value: 'done', label: text('web.tasks.done') },
        ]}
      />
    </div>
  )
}

function NoTasks({ which }: { which: TaskFilter['which'] }) {
  const text = useText()
  const { open } = useOverlay()
  if (which === 'done') {
    return <EmptyState icon={ListChecks} title={text('web.tasks.emptyDone')} hint={text('web.tasks.emptyDoneHint')} />
  }
  return (
    <EmptyState icon={ListChecks} title={text('web.tasks.empty')} hint={text('web.tasks.emptyHint')}>
      <Button onClick={() => open({ kind: 'new-task', title: '', channelId: null })}>{text('web.tasks.new')}</Button>
    </EmptyState>
  )
}
