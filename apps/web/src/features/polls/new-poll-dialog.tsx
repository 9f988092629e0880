import './polls.css'
import {
  type ChannelId,
  FEWEST_POLL_OPTIONS,
  type MessageId,
  MOST_POLL_OPTIONS,
  POLL_QUESTION_LIMIT,
} from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useAttempt } from '../../app/use-attempt'
import { useOverlay } from '../../app/use-overlay'
import { useReader } from '../../app/use-reader'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { instantOfWallTime } from '../../app/wall-time'
import { DialogForm } from '../../components/dialog-form'
import { CheckField, TextField } from '../../components/field'
import { WallTimeField } from '../../components/time-entry/wall-time-field'
import { type OptionDraft, OptionFields } from './poll-fields'

export interface NewPollDialogProps {
  readonly channelId: ChannelId
  readonly threadId: MessageId | null
  /** What is said already. */
  readonly question?: string
  readonly options?: readonly string[]
}

/** A row for each option, and for the fewest that there must be. */
function draftsOf(options: readonly string[]): readonly OptionDraft[] {
  const rows = Math.max(FEWEST_POLL_OPTIONS, Math.min(options.length, MOST_POLL_OPTIONS))
  return Array.from({ length: rows }, (_, key) => ({ key, text: options[key] ?? '' }))
}

export function NewPollDialog({ channelId, threadId, ...said }: NewPollDialogProps) {
  const text = useText()
  const { timeZone } = useReader()
  const { close } = useOverlay()
  const [question, setQuestion] = useState(said.question ?? '')
  const [options, setOptions] = useState(() => draftsOf(said.options ?? []))
  const [isMultiple, setMultiple] = useState(false)
  const [isAnonymous, setAnonymous] = useState(false)
  const [closes, setCloses] = useState('')
  const create = useCreatePoll({ channelId, threadId, question, options, isMultiple, isAnonymous, closes })
  return (
    <DialogForm title={text('web.poll.new')} submitLabel={text('web.poll.create')} action={create} onClose={close}>
      <TextField
        label={text('web.poll.question')}
        required
        maxLength={POLL_QUESTION_LIMIT}
        value={question}
        onValue={setQuestion}
      />
      <OptionFields options={options} onOptions={setOptions} />
      <CheckField
        label={text('web.poll.multiple')}
        hint={text('web.poll.multipleHint')}
        isChecked={isMultiple}
        onChecked={setMultiple}
      />
      <CheckField
        label={text('web.poll.anonymous')}
        hint={text('web.poll.anonymousHint')}
        isChecked={isAnonymous}
        onChecked={setAnonymous}
      />
      <WallTimeField
        label={text('web.poll.closes')}
        hint={text('web.later.zone', { zone: timeZone })}
        value={closes}
        onValue={setCloses}
      />
    </DialogForm>
  )
}

interface PollDraft extends Pick<NewPollDialogProps, 'channelId' | 'threadId'> {
  readonly question: string
  readonly options: readonly OptionDraft[]
  readonly isMultiple: boolean
  readonly isAnonymous: boolean
  /** By the clocks of its maker; empty for never. */
  readonly closes: string
}

function useCreatePoll({ question, options, closes, ...rest }: PollDraft) {
  const { timeZone } = useReader()
  const { client } = useServices()
  const { close } = useOverlay()
  const attempt = useAttempt()
  return useAction(async () => {
    const poll = {
      ...rest,
      question: question.trim(),
      options: options.map(({ text }) => text.trim()),
      closesAt: instantOfWallTime(closes, timeZone),
    }
    await attempt(poll, (clientMessageId) => client.command('polls.create', { ...poll, clientMessageId }))
    close()
  })
}
