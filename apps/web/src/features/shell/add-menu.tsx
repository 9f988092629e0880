import { Compass, Hash, MessageSquare, Plus } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { MenuContent } from '../../components/menu-content'
import { useIsGuest } from '../people/use-is-guest'

const entries = [
  { kind: 'create-channel', label: 'web.nav.newChannel', icon: Hash, isForGuests: false },
  { kind: 'new-direct', label: 'web.nav.newDirect', icon: MessageSquare, isForGuests: true },
  { kind: 'browse', label: 'web.nav.browse', icon: Compass, isForGuests: false },
] as const

export function AddMenu() {
  const text = useText()
  const { open } = useOverlay()
  const isGuest = useIsGuest()
  const offered = entries.filter(({ isForGuests }) => isForGuests || !isGuest)
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={text('web.nav.add')}>
          <Plus size={18} />
        </IconButton>
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        {offered.map(({ kind, label, icon: Icon }) => (
          <DropdownMenu.Item key={kind} className="menu__item" onSelect={() => open({ kind })}>
            <Icon size={16} aria-hidden="true" />
            {text(label)}
          </DropdownMenu.Item>
        ))}
      </MenuContent>
    </DropdownMenu.Root>
  )
}
