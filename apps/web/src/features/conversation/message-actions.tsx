import type { Message } from '@parley/protocol'
import { CircleHelp, Copy, Ellipsis, ListTodo, Pencil, Reply, Trash2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import type { MessageCommands } from './use-message-commands'

export interface MessageActionsProps {
  readonly message: Message
  readonly commands: MessageCommands
}

/** On hover and on focus. */
export function MessageActions({ commands }: MessageActionsProps) {
  const text = useText()
  return (
    <div className="message__actions" role="toolbar" aria-label={text('web.message.actions')}>
      <IconButton label={text('web.message.reply')} isSmall onClick={commands.reply}>
        <Reply size={16} />
      </IconButton>
      <IconButton label={text('web.message.makeTask')} isSmall onClick={commands.makeTask}>
        <ListTodo size={16} />
      </IconButton>
      <IconButton label={text('web.message.why')} isSmall onClick={commands.why}>
        <CircleHelp size={16} />
      </IconButton>
      {(commands.isMine || commands.copy) && <MoreMenu commands={commands} />}
    </div>
  )
}

function MoreMenu({ commands }: { commands: MessageCommands }) {
  const text = useText()
  const { isMine, edit, copy, remove } = commands
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={text('web.message.actions')} isSmall>
          <Ellipsis size={16} />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          {copy && <Entry icon={<Copy size={16} />} label={text('web.message.copyText')} onSelect={copy} />}
          {isMine && (
            <Entry icon={<Pencil size={16} />} label={text('web.message.edit')} shortcut="E" onSelect={edit} />
          )}
          {isMine && (
            <Entry icon={<Trash2 size={16} />} label={text('web.message.delete')} onSelect={remove} isDanger />
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface EntryProps {
  readonly icon: ReactNode
  readonly label: string
  readonly shortcut?: string
  readonly isDanger?: boolean
  readonly onSelect: () => void
}

function Entry({ icon, label, shortcut, isDanger, onSelect }: EntryProps) {
  return (
    <DropdownMenu.Item className={isDanger ? 'menu__item menu__item--danger' : 'menu__item'} onSelect={onSelect}>
      {icon}
      {label}
      {shortcut && <span className="menu__key">{shortcut}</span>}
    </DropdownMenu.Item>
  )
}
