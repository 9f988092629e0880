import { useToldAction } from '../../app/use-told-action'
import './profiles.css'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useOverlay } from '../../app/use-overlay'
import { useNowMs, useReader } from '../../app/use-reader'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { DialogForm } from '../../components/dialog-form'
import { Field, TextField } from '../../components/field'
import { untilWords } from './status-mark'
import { type Expiry, expiries, expiryInstant, presets } from './status-presets'

interface StatusDraft {
  readonly emoji: string
  readonly text: string
  /** `keep`: as it was set before. */
  readonly expiry: Expiry | 'keep'
}

export function StatusDialog() {
  const text = useText()
  const me = useMe()
  const { timeZone } = useReader()
  const { client } = useServices()
  const { close } = useOverlay()
  const [draft, setDraft] = useState<StatusDraft>({
    emoji: me.status?.emoji ?? '',
    text: me.status?.text ?? '',
    expiry: me.status?.expiresAt ? 'keep' : 'never',
  })
  const save = useAction(async () => {
    const { expiry } = draft
    const expiresAt = expiry === 'keep' ? (me.status?.expiresAt ?? null) : expiryInstant(expiry, Date.now(), timeZone)
    await client.command('users.setStatus', { emoji: draft.emoji.trim(), text: draft.text, expiresAt })
    close()
  })
  return (
    <DialogForm title={text('web.status.set')} submitLabel={text('web.profile.save')} action={save} onClose={close}>
      <Presets onPick={setDraft} />
      <StatusFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      {me.status && <ClearButton />}
    </DialogForm>
  )
}

function Presets({ onPick }: { onPick: (draft: StatusDraft) => void }) {
  const text = useText()
  return (
    <div className="chips">
      {presets.map(({ key, emoji, expiry }) => {
        const words = text(`web.status.${key}`)
        return (
          <button key={key} type="button" className="chip" onClick={() => onPick({ emoji, text: words, expiry })}>
            <span aria-hidden="true">{emoji}</span> {words}
          </button>
        )
      })}
    </div>
  )
}

interface StatusFieldsProps {
  readonly draft: StatusDraft
  readonly onChange: (part: Partial<StatusDraft>) => void
}

function StatusFields({ draft, onChange }: StatusFieldsProps) {
  const text = useText()
  const reader = useReader()
  const nowMs = useNowMs()
  const kept = useMe().status?.expiresAt
  return (
    <>
      <div className="status-row">
        <TextField
          label={text('web.status.emoji')}
          hint={text('web.status.emojiHint')}
          value={draft.emoji}
          onValue={(emoji) => onChange({ emoji })}
        />
        <TextField
          label={text('web.status.text')}
          maxLength={100}
          value={draft.text}
          onValue={(words) => onChange({ text: words })}
        />
      </div>
      <Field label={text('web.status.until')}>
        {(ids) => (
          <select
            className="input"
            {...ids}
            value={draft.expiry}
            onChange={(event) => onChange({ expiry: event.currentTarget.value as Expiry })}
          >
            {kept && <option value="keep">{untilWords(kept, nowMs, reader, text)}</option>}
            {expiries.map((expiry) => (
              <option key={expiry} value={expiry}>
                {text(`web.status.${expiry}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

function ClearButton() {
  const text = useText()
  const { client } = useServices()
  const { close } = useOverlay()
  const clear = useToldAction(async () => {
    await client.command('users.setStatus', {})
    close()
  })
  return (
    <Button look="quiet" disabled={clear.isRunning} onClick={() => void clear.run()}>
      {text('web.status.clear')}
    </Button>
  )
}
