import './sidebar.css'
import { BookOpen, ListChecks, MessageSquareText, Search, Users } from 'lucide-react'
import { COMMAND_KEY } from '../../app/command-key'
import { useOverlay } from '../../app/use-overlay'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { countWaiting } from '../tasks/select-tasks'
import { ThreadsLink } from '../threads/threads-link'
import { AddMenu } from './add-menu'
import { ChannelList } from './channel-list'
import { ProfileMenu } from './profile-menu'
import { SidebarEdge } from './sidebar-edge'
import { SidebarLink } from './sidebar-link'

export function Sidebar() {
  const text = useText()
  const name = useSession((session) => session.workspace.name)
  const waiting = useWaitingCount()
  return (
    <nav className="sidebar" aria-label={text('web.nav.label')}>
      <div className="sidebar__head">
        <span className="sidebar__workspace">{name}</span>
        <AddMenu />
      </div>
      <PaletteButton />
      <div className="sidebar__pages">
        <SidebarLink href="/search" icon={<MessageSquareText size={16} />} label={text('web.search.open')} />
        <ThreadsLink />
        <SidebarLink
          href="/tasks"
          icon={<ListChecks size={16} />}
          label={text('web.nav.tasks')}
          note={waiting === null ? '' : String(waiting)}
          noteLabel={waiting === null ? '' : text('web.tasks.waiting', { count: waiting })}
        />
        <SidebarLink href="/knowledge" icon={<BookOpen size={16} />} label={text('web.nav.knowledge')} />
        <SidebarLink href="/people" icon={<Users size={16} />} label={text('web.nav.people')} />
      </div>
      <ChannelList />
      <ProfileMenu />
      <SidebarEdge />
    </nav>
  )
}

function PaletteButton() {
  const text = useText()
  const { open } = useOverlay()
  return (
    <button type="button" className="sidebar__search" onClick={() => open({ kind: 'palette' })}>
      <Search size={15} aria-hidden="true" />
      <span>{text('web.nav.search')}</span>
      <kbd className="kbd">{COMMAND_KEY} K</kbd>
    </button>
  )
}

/** How many tasks wait for me; nothing for none. */
function useWaitingCount(): number | null {
  const count = useSession(({ tasks, me }) => countWaiting(tasks.values(), me.id))
  return count > 0 ? count : null
}
