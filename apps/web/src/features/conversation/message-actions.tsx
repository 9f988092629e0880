import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { openerNow, returnFocus } from '../../app/use-return-focus'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { MenuContent } from '../../components/menu-content'
import { keyName, type MessageRuns, messageActionTable } from './message-action-table'

type Action = (typeof messageActionTable)[number]

export interface MessageActionsProps {
  readonly runs: MessageRuns
  /** Whether the message has been pointed at or has had the focus: the buttons of all others would be half the page. */
  readonly isWanted: boolean
}

/** The actions that are open to the reader, on hover and on focus. */
export function MessageActions({ runs, isWanted }: MessageActionsProps) {
  const text = useText()
  return (
    <div className="message__actions" role="toolbar" aria-label={text('web.message.actions')}>
      {isWanted && <Buttons runs={runs} />}
    </div>
  )
}

function Buttons({ runs }: { runs: MessageRuns }) {
  const text = useText()
  const open = messageActionTable.filter(({ id }) => runs[id])
  const behind = open.filter(({ place }) => place === 'menu')
  return (
    <>
      {open
        .filter(({ place }) => place === 'bar')
        .map(({ id, label, icon: Icon }) => (
          <IconButton key={id} label={text(label)} isSmall onClick={runs[id]}>
            <Icon size={16} />
          </IconButton>
        ))}
      {behind.length > 0 && <MoreMenu actions={behind} runs={runs} />}
    </>
  )
}

function MoreMenu({ actions, runs }: { actions: readonly Action[]; runs: MessageRuns }) {
  const text = useText()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={text('web.message.actions')} isSmall>
          <Ellipsis size={16} />
        </IconButton>
      </DropdownMenu.Trigger>
      <MenuContent align="end">
        {actions.map((action) => (
          <Entry key={action.id} action={action} onSelect={runs[action.id]} />
        ))}
      </MenuContent>
    </DropdownMenu.Root>
  )
}

function Entry({ action, onSelect }: { action: Action; onSelect: (() => void) | undefined }) {
  const text = useText()
  const { icon: Icon, label, code } = action
  const className = 'isDanger' in action ? 'menu__item menu__item--danger' : 'menu__item'
  const choose = () => {
    const message = openerNow()?.closest('article') ?? null
    onSelect?.()
    // A deleted message has no buttons any more: the focus stays on what is left of it.
    setTimeout(() => returnFocus(message))
  }
  return (
    <DropdownMenu.Item className={className} onSelect={choose}>
      <Icon size={16} aria-hidden="true" />
      {text(label)}
      {code && <span className="menu__key">{keyName(code)}</span>}
    </DropdownMenu.Item>
  )
}
