import { Bell, Blocks, ChevronsUpDown, CircleUser, Keyboard, LogOut, PackageOpen, Smile, Sparkles } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useLocation } from 'wouter'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useMe } from '../../app/use-services'
import { useSignOut } from '../../app/use-sign-out'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { MenuContent } from '../../components/menu-content'
import { isAdministrator } from '../people/is-administrator'
import { StatusMark } from '../profiles/person-marks'
import { LanguageChoice, OfflineChoice, ThemeChoice, UndoChoice } from './preference-choices'

export function ProfileMenu() {
  const text = useText()
  const me = useMe()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="profile">
        <Avatar user={me} size={28} />
        <span className="profile__name">
          {me.name}
          <span className="visually-hidden">, {text('web.nav.profile')}</span>
        </span>
        <StatusMark userId={me.id} />
        <ChevronsUpDown size={14} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <MenuContent align="start" side="top" sideOffset={6}>
        <OwnEntries />
        <DropdownMenu.Separator className="menu__line" />
        <LanguageChoice />
        <ThemeChoice />
        <DropdownMenu.Separator className="menu__line" />
        <OfflineChoice />
        <UndoChoice />
        <DropdownMenu.Separator className="menu__line" />
        <Entries />
      </MenuContent>
    </DropdownMenu.Root>
  )
}

/** What others see of oneself. */
function OwnEntries() {
  const text = useText()
  const me = useMe()
  const { open } = useOverlay()
  const panel = usePanel()
  return (
    <>
      <DropdownMenu.Item className="menu__item" onSelect={() => open({ kind: 'status' })}>
        <Smile size={16} aria-hidden="true" />
        {text(me.status ? 'web.status.change' : 'web.status.set')}
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu__item" onSelect={() => panel.open({ kind: 'person', id: me.id })}>
        <CircleUser size={16} aria-hidden="true" />
        {text('web.profile.title')}
      </DropdownMenu.Item>
    </>
  )
}

function Entries() {
  const text = useText()
  const { open } = useOverlay()
  const signOut = useSignOut()
  const [, navigate] = useLocation()
  return (
    <>
      <DropdownMenu.Item className="menu__item" onSelect={() => navigate('/integrations')}>
        <Blocks size={16} aria-hidden="true" />
        {text('web.integrations.title')}
      </DropdownMenu.Item>
      {isAdministrator(useMe()) && (
        <DropdownMenu.Item className="menu__item" onSelect={() => navigate('/understanding')}>
          <Sparkles size={16} aria-hidden="true" />
          {text('web.nav.understanding')}
        </DropdownMenu.Item>
      )}
      <DropdownMenu.Item className="menu__item" onSelect={() => navigate('/notifications')}>
        <Bell size={16} aria-hidden="true" />
        {text('web.notices.title')}
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu__item" onSelect={() => navigate('/moving')}>
        <PackageOpen size={16} aria-hidden="true" />
        {text('web.moving.title')}
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu__item" onSelect={() => open({ kind: 'keys' })}>
        <Keyboard size={16} aria-hidden="true" />
        {text('web.nav.keys')}
        <span className="menu__key">?</span>
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu__item" onSelect={signOut}>
        <LogOut size={16} aria-hidden="true" />
        {text('web.nav.signOut')}
      </DropdownMenu.Item>
    </>
  )
}
