import { DropdownMenu } from 'radix-ui'
import type { ComponentProps } from 'react'

type MenuContentProps = Omit<ComponentProps<typeof DropdownMenu.Content>, 'className' | 'onCloseAutoFocus'>

/** The entries of a menu. Its button gets the focus back, unless an entry has led it elsewhere. */
export function MenuContent(props: MenuContentProps) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content className="menu" sideOffset={4} {...props} onCloseAutoFocus={leaveWhereLed} />
    </DropdownMenu.Portal>
  )
}

/** What was opened and has the focus already would lose it, and with it what was typed meanwhile. */
function leaveWhereLed(event: Event): void {
  const { activeElement } = document
  if (activeElement?.closest('[role="dialog"], .panel')) event.preventDefault()
}
