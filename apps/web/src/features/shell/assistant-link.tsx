import { unreadCount } from '@parley/client'
import { useLocation } from 'wouter'
import { findAssistant, findAssistantChannel } from '../../app/names'
import { useAction } from '../../app/use-action'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { SidebarLink } from './sidebar-link'

/** The assistant, pinned on top; its channel is opened at the first visit. */
export function AssistantLink() {
  const text = useText()
  const view = useSession(findAssistantChannel)
  const assistant = useSession((session) => findAssistant(session.users))
  if (!assistant) return null
  const label = text('web.assistant.name')
  const icon = <Avatar user={assistant} size={20} />
  if (!view) return <OpenAssistant icon={icon} label={label} />
  const unread = unreadCount(view)
  return (
    <SidebarLink
      href={`/c/${view.channel.id}`}
      icon={icon}
      label={label}
      isUnread={unread > 0}
      note={unread > 0 ? String(unread) : ''}
      noteLabel={text('web.nav.unread', { count: unread })}
    />
  )
}

function OpenAssistant({ icon, label }: { icon: React.ReactNode; label: string }) {
  const { client } = useServices()
  const [, navigate] = useLocation()
  const assistant = useSession((session) => findAssistant(session.users))
  const open = useAction(async () => {
    if (!assistant) return
    const { channel } = await client.command('channels.openDirect', { userIds: [assistant.id] })
    navigate(`/c/${channel.id}`)
  })
  return (
    <button type="button" className="side-link" onClick={() => void open.run()}>
      <span className="side-link__icon" aria-hidden="true">
        {icon}
      </span>
      <span className="side-link__label">{label}</span>
    </button>
  )
}
