import { type Account, Role, type User } from '@parley/protocol'
import { Ban, Check, Ellipsis, ImageOff, LockOpen, Pencil, UserX } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { useCommand } from '../../app/use-command'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { MenuContent } from '../../components/menu-content'
import { SuspendDialog } from '../moderation/suspend-dialog'
import { DeactivateDialog } from './deactivate-dialog'
import { mayGovern } from './may-govern'
import { RenameDialog } from './rename-dialog'

export interface PersonMenuProps {
  readonly user: User
  readonly account: Account | undefined
}

/** What an administrator can do about somebody; nothing about those above and beside them. */
export function PersonMenu({ user, account }: PersonMenuProps) {
  const text = useText()
  const me = useMe()
  const [asking, setAsking] = useState<'deactivate' | 'suspend' | 'rename' | null>(null)
  const close = () => setAsking(null)
  if (!mayGovern(me, user)) return null
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <IconButton label={text('web.people.actions', { name: user.name })}>
            <Ellipsis size={16} />
          </IconButton>
        </DropdownMenu.Trigger>
        <MenuContent align="end">
          <RoleChoice user={user} />
          <DropdownMenu.Separator className="menu__line" />
          <DropdownMenu.Item className="menu__item" onSelect={() => setAsking('rename')}>
            <Pencil size={16} aria-hidden="true" />
            {text('web.people.rename')}
          </DropdownMenu.Item>
          {user.avatarId && <RemovePicture userId={user.id} />}
          <SuspensionEntry user={user} account={account} onSuspend={() => setAsking('suspend')} />
          <DropdownMenu.Item className="menu__item menu__item--danger" onSelect={() => setAsking('deactivate')}>
            <UserX size={16} aria-hidden="true" />
            {text('web.people.deactivate')}
          </DropdownMenu.Item>
        </MenuContent>
      </DropdownMenu.Root>
      {asking === 'rename' && <RenameDialog user={user} onClose={close} />}
      {asking === 'deactivate' && <DeactivateDialog user={user} onClose={close} />}
      {asking === 'suspend' && <SuspendDialog user={user} onClose={close} />}
    </>
  )
}

function RoleChoice({ user }: { user: User }) {
  const text = useText()
  const me = useMe()
  const command = useCommand()
  const { id: userId, name } = user
  const roles = me.role === 'owner' ? Role.options : Role.exclude(['owner', 'administrator']).options
  const choose = (value: string) => {
    const role = Role.parse(value)
    const done = text('web.govern.roleChanged', { name, role: text(`web.role.${role}`) })
    command('users.setRole', { userId, role }, { text: done })
  }
  return (
    <DropdownMenu.RadioGroup value={user.role} onValueChange={choose}>
      <DropdownMenu.Label className="menu__label">{text('web.govern.role')}</DropdownMenu.Label>
      {roles.map((role) => (
        <DropdownMenu.RadioItem key={role} value={role} className="menu__item menu__item--choice">
          <DropdownMenu.ItemIndicator className="menu__chosen">
            <Check size={16} />
          </DropdownMenu.ItemIndicator>
          {text(`web.role.${role}`)}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

function RemovePicture({ userId }: { userId: User['id'] }) {
  const text = useText()
  const command = useCommand()
  const remove = () => command('users.removeAvatar', { userId }, { text: text('web.avatar.removed') })
  return (
    <DropdownMenu.Item className="menu__item" onSelect={remove}>
      <ImageOff size={16} aria-hidden="true" />
      {text('web.avatar.remove')}
    </DropdownMenu.Item>
  )
}

function SuspensionEntry({ user, account, onSuspend }: PersonMenuProps & { readonly onSuspend: () => void }) {
  const text = useText()
  const command = useCommand()
  const until = account?.suspendedUntil
  const { id: userId, name } = user
  if (!until || Date.parse(until) <= Date.now()) {
    return (
      <DropdownMenu.Item className="menu__item menu__item--danger" onSelect={onSuspend}>
        <Ban size={16} aria-hidden="true" />
        {text('web.govern.suspend')}
      </DropdownMenu.Item>
    )
  }
  const lift = () => command('users.liftSuspension', { userId }, { text: text('web.govern.lifted', { name }) })
  return (
    <DropdownMenu.Item className="menu__item" onSelect={lift}>
      <LockOpen size={16} aria-hidden="true" />
      {text('web.govern.lift')}
    </DropdownMenu.Item>
  )
}
