import { type ChannelId, isRoleAbove, type User } from '@parley/protocol'
import { Ellipsis, Shield, ShieldOff, UserMinus } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useCommand } from '../../app/use-command'
import { useMe } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { MenuContent } from '../../components/menu-content'

export interface MemberMenuProps {
  readonly user: User
  readonly channelId: ChannelId
  readonly isModerator: boolean
}

/** What a moderator can do with a member of the channel. */
export function MemberMenu({ user, channelId, isModerator }: MemberMenuProps) {
  const text = useText()
  const command = useCommand()
  const me = useMe()
  const about = { channelId, userId: user.id }
  const setModerator = () => command('channels.setModerator', { ...about, isModerator: !isModerator })
  const mayAppoint = user.kind === 'person' && user.role !== 'guest'
  const mayRemove = user.kind === 'assistant' || !isRoleAbove(user.role, me.role)
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={text('web.people.actions', { name: user.name })} isSmall className="member__menu">
          <Ellipsis size={16} />
        </IconButton>
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        {mayAppoint && (
          <DropdownMenu.Item className="menu__item" onSelect={setModerator}>
            {isModerator ? <ShieldOff size={16} aria-hidden="true" /> : <Shield size={16} aria-hidden="true" />}
            {text(isModerator ? 'web.rules.dismiss' : 'web.rules.appoint')}
          </DropdownMenu.Item>
        )}
        {mayRemove && (
          <DropdownMenu.Item
            className="menu__item menu__item--danger"
            onSelect={() => command('channels.removeMember', about)}
          >
            <UserMinus size={16} aria-hidden="true" />
            {text('web.rules.remove')}
          </DropdownMenu.Item>
        )}
      </MenuContent>
    </DropdownMenu.Root>
  )
}
