import { unreadCount } from '@parley/client'
import type { User } from '@parley/protocol'
import type { ReactNode } from 'react'
import { findAssistant, findAssistantChannel } from '../../app/names'
import { useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { useOpenDirect } from '../people/use-open-direct'
import { SidebarLink } from './sidebar-link'

/** The assistant, pinned on top; its channel is opened at the first visit. */
export function AssistantLink() {
  const text = useText()
  const view = useSession(findAssistantChannel)
  const assistant = useSession((session) => findAssistant(session.users))
  if (!assistant) return null
  const label = text('web.assistant.name')
  const icon = <Avatar user={assistant} size={20} />
  if (!view) return <OpenAssistant {...{ assistant, icon, label }} />
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

interface OpenAssistantProps {
  readonly assistant: User
  readonly icon: ReactNode
  readonly label: string
}

function OpenAssistant({ assistant, icon, label }: OpenAssistantProps) {
  const openDirect = useOpenDirect()
  return (
    <button type="button" className="side-link" onClick={() => void openDirect([assistant.id])}>
      <span className="side-link__icon" aria-hidden="true">
        {icon}
      </span>
      <span className="side-link__label">{label}</span>
    </button>
  )
}
