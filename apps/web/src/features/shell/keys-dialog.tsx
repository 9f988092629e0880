import type { TextKey } from '@parley/locale'
import { COMMAND_KEY } from '../../app/command-key'
import { useOverlay } from '../../app/use-overlay'
import { useText } from '../../app/use-text'
import { Dialog } from '../../components/dialog'
import { keyName, messageActionTable } from '../conversation/message-action-table'
import { formatKeys } from '../formatting/format-keys'

type PlainKey = Extract<TextKey, `web.keys.${string}` | `web.format.mark.${string}`>
type Row = readonly [label: PlainKey, ...keys: string[]]

const groups: readonly (readonly [PlainKey, readonly Row[]])[] = [
  [
    'web.keys.everywhere',
    [
      ['web.keys.palette', COMMAND_KEY, 'K'],
      ['web.keys.search', COMMAND_KEY, 'Shift', 'F'],
      ['web.keys.help', '?'],
      ['web.keys.back', 'Esc'],
      ['web.keys.compose', 'C'],
      ['web.keys.next', 'J'],
      ['web.keys.previous', 'K'],
      ['web.keys.jump', 'G'],
      ['web.keys.unreads', COMMAND_KEY, 'Shift', 'A'],
      ['web.keys.nextUnread', 'N'],
      ['web.keys.nextUnreadWriting', 'Alt', 'Shift', '↓'],
    ],
  ],
  [
    'web.keys.messages',
    messageActionTable.flatMap((action): readonly Row[] =>
      'help' in action ? [[action.help, keyName(action.code)]] : [],
    ),
  ],
  [
    'web.keys.writing',
    [
      ['web.keys.send', 'Enter'],
      ['web.keys.newLine', 'Shift', 'Enter'],
      ['web.keys.editLast', '↑'],
      ['web.keys.undoSend', COMMAND_KEY, 'Z'],
      ['web.keys.commands', '/'],
      ...formatKeys.map(({ format, shown }): Row => [`web.format.mark.${format}`, COMMAND_KEY, ...shown]),
    ],
  ],
]

export function KeysDialog() {
  const text = useText()
  const { close } = useOverlay()
  return (
    <Dialog title={text('web.keys.title')} onClose={close}>
      {groups.map(([title, rows]) => (
        <section key={title} className="keys">
          <h3 className="keys__title">{text(title)}</h3>
          <dl>
            {rows.map(([label, ...keys]) => (
              <div key={label} className="keys__row">
                <dt>{text(label)}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key} className="kbd">
                      {key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
