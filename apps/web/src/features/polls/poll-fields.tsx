import { FEWEST_POLL_OPTIONS, MOST_POLL_OPTIONS, POLL_OPTION_LIMIT } from '@parley/protocol'
import { Plus, X } from 'lucide-react'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { TextField } from '../../components/field'
import { IconButton } from '../../components/icon-button'

/** An option as it is being written; its key stays when others go. */
export interface OptionDraft {
  readonly key: number
  readonly text: string
}

interface OptionFieldsProps {
  readonly options: readonly OptionDraft[]
  readonly onOptions: (options: readonly OptionDraft[]) => void
}

export function OptionFields({ options, onOptions }: OptionFieldsProps) {
  const text = useText()
  const nextKey = Math.max(...options.map(({ key }) => key)) + 1
  const write = (key: number, written: string) =>
    onOptions(options.map((option) => (option.key === key ? { key, text: written } : option)))
  return (
    <>
      {options.map(({ key, text: written }, index) => (
        <div key={key} className="poll-option">
          <TextField
            label={text('web.poll.option', { number: index + 1 })}
            required
            maxLength={POLL_OPTION_LIMIT}
            value={written}
            onValue={(value) => write(key, value)}
          />
          {options.length > FEWEST_POLL_OPTIONS && (
            <IconButton
              label={text('web.poll.removeOption', { number: index + 1 })}
              onClick={() => onOptions(options.filter((option) => option.key !== key))}
            >
              <X size={16} />
            </IconButton>
          )}
        </div>
      ))}
      {options.length < MOST_POLL_OPTIONS && (
        <Button onClick={() => onOptions([...options, { key: nextKey, text: '' }])}>
          <Plus size={16} aria-hidden="true" />
          {text('web.poll.addOption')}
        </Button>
      )}
    </>
  )
}
