import type { User } from '@parley/protocol'
import { Ellipsis, UserX } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { DeactivateDialog } from './deactivate-dialog'

export function PersonMenu({ user }: { user: User }) {
  const text = useText()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <IconButton label={text('web.people.actions', { name: user.name })}>
            <Ellipsis size={16} />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
            <DropdownMenu.Item className="menu__item menu__item--danger" onSelect={() => setIsAsking(true)}>
              <UserX size={16} aria-hidden="true" />
              {text('web.people.deactivate')}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {isAsking && <DeactivateDialog user={user} onClose={() => setIsAsking(false)} />}
    </>
  )
}
