import './palette.css'
import { Command } from 'cmdk'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { keepWhileComposing } from '../../app/is-composing'
import { pinyinMatch } from '../../app/pinyin'
import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { filterEntries, type PaletteEntry } from './filter-entries'
import { useEntityEntries } from './use-entity-entries'
import { usePaletteEntries } from './use-palette-entries'
import { useSearchEntries } from './use-search-entries'

const groups = [
  { kind: 'channel', title: 'web.palette.channels' },
  { kind: 'person', title: 'web.palette.people' },
  { kind: 'command', title: 'web.palette.commands' },
  { kind: 'entity', title: 'web.graph.palette' },
  // Last: whoever means a place presses Enter at once.
  { kind: 'message', title: 'web.palette.messages' },
] as const

/** Goes anywhere and does anything, by name or by pinyin. */
export default function Palette() {
  const text = useText()
  const { close } = useOverlay()
  const [query, setQuery] = useState('')
  const entries = [
    ...filterEntries(usePaletteEntries(), query, pinyinMatch),
    ...useEntityEntries(query),
    ...useSearchEntries(query),
  ]
  const run = (entry: PaletteEntry) => {
    close()
    entry.run()
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog__ground" />
        <Dialog.Content className="palette" aria-describedby={undefined} onEscapeKeyDown={keepWhileComposing}>
          <Dialog.Title className="visually-hidden">{text('web.palette.label')}</Dialog.Title>
          <Command shouldFilter={false} label={text('web.palette.label')} loop>
            <Command.Input
              className="palette__input"
              value={query}
              onValueChange={setQuery}
              placeholder={text('web.palette.placeholder')}
            />
            <Command.List className="palette__list">
              {groups.map(({ kind, title }) => (
                <Group
                  key={kind}
                  title={text(title)}
                  entries={entries.filter((entry) => entry.kind === kind)}
                  onRun={run}
                />
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface GroupProps {
  readonly title: string
  readonly entries: readonly PaletteEntry[]
  readonly onRun: (entry: PaletteEntry) => void
}

function Group({ title, entries, onRun }: GroupProps) {
  if (entries.length === 0) return null
  return (
    <Command.Group heading={title} className="palette__group">
      {entries.map((entry) => (
        <Command.Item key={entry.id} value={entry.id} className="palette__item" onSelect={() => onRun(entry)}>
          <span className="palette__icon">{entry.icon}</span>
          {entry.label}
        </Command.Item>
      ))}
    </Command.Group>
  )
}
