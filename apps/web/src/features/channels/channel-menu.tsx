import type { ChannelView } from '@parley/client'
import { NotificationLevel } from '@parley/protocol'
import {
  Archive,
  ArchiveRestore,
  Bell,
  BellOff,
  CalendarDays,
  Check,
  Ellipsis,
  Files,
  Pin,
  Star,
  StarOff,
  TextQuote,
} from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useCommand } from '../../app/use-command'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { MenuContent } from '../../components/menu-content'
import { useMayModerate } from '../moderation/use-may-moderate'

/** What one can set about a channel: for oneself, and for all. */
export function ChannelMenu({ view }: { view: ChannelView }) {
  const text = useText()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={text(view.channel.kind === 'direct' ? 'web.channel.directMenu' : 'web.channel.menu')}>
          <Ellipsis size={18} />
        </IconButton>
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        <OwnChoices view={view} />
        <DropdownMenu.Separator className="menu__line" />
        <NotificationChoice view={view} />
        <ArchiveChoice view={view} />
      </MenuContent>
    </DropdownMenu.Root>
  )
}

function OwnChoices({ view: { channel, isStarred, isMuted } }: { view: ChannelView }) {
  const text = useText()
  const command = useCommand()
  const { open } = usePanel()
  const overlays = useOverlay()
  const channelId = channel.id
  const star = () => command('channels.setPreferences', { channelId, isStarred: !isStarred })
  const mute = () => command('channels.setPreferences', { channelId, isMuted: !isMuted })
  return (
    <>
      <Entry icon={isStarred ? <StarOff size={16} /> : <Star size={16} />} onSelect={star}>
        {text(isStarred ? 'web.channel.unstar' : 'web.channel.star')}
      </Entry>
      <Entry icon={isMuted ? <Bell size={16} /> : <BellOff size={16} />} onSelect={mute}>
        {text(isMuted ? 'web.channel.unmute' : 'web.channel.mute')}
      </Entry>
      <Entry icon={<CalendarDays size={16} />} onSelect={() => overlays.open({ kind: 'jump', channelId })}>
        {text('web.jump.open')}
      </Entry>
      <Entry
        icon={<TextQuote size={16} />}
        onSelect={() => overlays.open({ kind: 'summary', channelId, threadId: null, span: {} })}
      >
        {text('web.summary.open')}
      </Entry>
      <Entry icon={<Pin size={16} />} onSelect={() => open({ kind: 'pins', id: channelId })}>
        {text('web.pins.title')}
      </Entry>
      <Entry icon={<Files size={16} />} onSelect={() => open({ kind: 'files', id: channelId })}>
        {text('web.files.title')}
      </Entry>
    </>
  )
}

interface EntryProps {
  readonly icon: ReactNode
  readonly onSelect: () => void
  readonly children: ReactNode
}

function Entry({ icon, onSelect, children }: EntryProps) {
  return (
    <DropdownMenu.Item className="menu__item" onSelect={onSelect}>
      {icon}
      {children}
    </DropdownMenu.Item>
  )
}

function NotificationChoice({ view: { channel, notificationLevel } }: { view: ChannelView }) {
  const text = useText()
  const command = useCommand()
  const choose = (level: string) =>
    command('channels.setPreferences', { channelId: channel.id, notificationLevel: NotificationLevel.parse(level) })
  return (
    <DropdownMenu.RadioGroup value={notificationLevel} onValueChange={choose}>
      <DropdownMenu.Label className="menu__label">{text('web.channel.notifications')}</DropdownMenu.Label>
      {NotificationLevel.options.map((level) => (
        <DropdownMenu.RadioItem key={level} value={level} className="menu__item menu__item--choice">
          <DropdownMenu.ItemIndicator className="menu__chosen">
            <Check size={16} />
          </DropdownMenu.ItemIndicator>
          {text(`web.channel.notify.${level}`)}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

/** For those who look after the channel. */
function ArchiveChoice({ view }: { view: ChannelView }) {
  const text = useText()
  const command = useCommand()
  const { channel } = view
  if (!useMayModerate(view)) return null
  const change = (isArchived: boolean) =>
    command(
      'channels.archive',
      { channelId: channel.id, isArchived },
      {
        text: text(isArchived ? 'web.channel.archivedToast' : 'web.channel.reopenedToast', { channel: channel.name }),
        onUndo: () => change(!isArchived),
      },
    )
  const isArchived = channel.archivedAt !== null
  return (
    <>
      <DropdownMenu.Separator className="menu__line" />
      <Entry
        icon={isArchived ? <ArchiveRestore size={16} /> : <Archive size={16} />}
        onSelect={() => change(!isArchived)}
      >
        {text(isArchived ? 'web.channel.reopen' : 'web.channel.archive')}
      </Entry>
    </>
  )
}
