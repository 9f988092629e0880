import { CornerDownRight, X } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useText } from '../../app/use-text'
import { MenuContent } from '../../components/menu-content'

export interface QueryChipProps {
  readonly name: string
  readonly icon: ReactNode
  readonly isCarried?: boolean
  /** What else it may be; without it the chip can only be removed. */
  readonly menu?: ReactNode
  readonly onRemove?: () => void
}

/** A part of a query: pressed it offers what else it may be, its cross takes it away. */
export function QueryChip({ name, icon, isCarried = false, menu, onRemove }: QueryChipProps) {
  const text = useText()
  return (
    <li className="query-chip" data-carried={isCarried || undefined}>
      {menu ? (
        <ChipMenu name={name} menu={menu}>
          {icon}
          <ChipName name={name} isCarried={isCarried} />
        </ChipMenu>
      ) : (
        <span className="query-chip__name">
          {icon}
          <ChipName name={name} isCarried={isCarried} />
        </span>
      )}
      {onRemove && (
        <button
          type="button"
          className="query-chip__remove"
          aria-label={text('web.query.remove', { name })}
          onClick={onRemove}
        >
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

interface ChipMenuProps {
  readonly name: string
  readonly menu: ReactNode
  readonly children: ReactNode
}

function ChipMenu({ name, menu, children }: ChipMenuProps) {
  const text = useText()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="query-chip__name" aria-label={text('web.query.change', { name })}>
        {children}
      </DropdownMenu.Trigger>
      <MenuContent align="start">{menu}</MenuContent>
    </DropdownMenu.Root>
  )
}

function ChipName({ name, isCarried }: { name: string; isCarried: boolean }) {
  const text = useText()
  return (
    <>
      <span className="query-chip__text">{name}</span>
      {isCarried && (
        <span className="query-chip__mark" title={text('web.query.carried')}>
          <CornerDownRight size={12} aria-hidden="true" />
          <span className="visually-hidden">{text('web.query.carried')}</span>
        </span>
      )}
    </>
  )
}
