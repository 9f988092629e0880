import { Bold, Code, Eye, Italic, Link, List, ListOrdered, SquareCode, Strikethrough, TextQuote } from 'lucide-react'
import { Toolbar } from 'radix-ui'
import type { RefObject } from 'react'
import { COMMAND_KEY } from '../../app/command-key'
import { useText } from '../../app/use-text'
import { applyEdit, selectedIn } from './apply-edit'
import { formatKeys } from './format-keys'
import { type Format, formatText } from './format-text'

const icons: Readonly<Record<Format, typeof Bold>> = {
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  link: Link,
  numbers: ListOrdered,
  bullets: List,
  quote: TextQuote,
  code: Code,
  codeBlock: SquareCode,
}

export interface FormatToolbarProps {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly hasPreview: boolean
  readonly onPreview: (hasPreview: boolean) => void
}

/** One stop of the Tab key; arrows go from button to button. */
export default function FormatToolbar({ field, hasPreview, onPreview }: FormatToolbarProps) {
  const text = useText()
  const apply = (format: Format) =>
    field.current && applyEdit(field.current, formatText(selectedIn(field.current), format))
  return (
    <Toolbar.Root className="format-toolbar" aria-label={text('web.format.toolbar')}>
      {formatKeys.map(({ format, shown }) => (
        <FormatChoice key={format} format={format} shown={shown} onChoose={() => apply(format)} />
      ))}
      <Toolbar.Button
        className="format-toolbar__preview"
        aria-pressed={hasPreview}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onPreview(!hasPreview)}
      >
        <Eye size={16} aria-hidden="true" />
        <span>{text('web.format.preview')}</span>
      </Toolbar.Button>
    </Toolbar.Root>
  )
}

interface FormatChoiceProps {
  readonly format: Format
  readonly shown: readonly string[]
  readonly onChoose: () => void
}

function FormatChoice({ format, shown, onChoose }: FormatChoiceProps) {
  const text = useText()
  const Icon = icons[format]
  const name = text(`web.format.mark.${format}`)
  const keys = [COMMAND_KEY, ...shown].join('+')
  return (
    <Toolbar.Button
      className="icon-button icon-button--small"
      aria-label={name}
      title={text('web.format.tooltip', { name, keys })}
      aria-keyshortcuts={[COMMAND_KEY === '⌘' ? 'Meta' : 'Control', ...shown].join('+')}
      // What is selected in the text stays selected.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon size={16} />
    </Toolbar.Button>
  )
}
