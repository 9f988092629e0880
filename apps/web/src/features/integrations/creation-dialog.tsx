import { Scope } from '@parley/protocol'
import { useState } from 'react'
import { useNames } from '../../app/use-names'
import { useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { CheckField, Field, TextField } from '../../components/field'
import { blankDraft, createIntegration, type IntegrationDraft } from './create-integration'
import { type IntegrationKind, kindTitles, type Secret } from './integration-kind'
import { useCreation } from './use-creation'

export interface CreationDialogProps {
  readonly kind: IntegrationKind
  readonly onMade: (secret: Secret) => void
  readonly onClose: () => void
}

export function CreationDialog({ kind, onMade, onClose }: CreationDialogProps) {
  const text = useText()
  const { http } = useServices()
  const [draft, setDraft] = useState<IntegrationDraft>(blankDraft)
  const change = (part: Partial<IntegrationDraft>) => setDraft((before) => ({ ...before, ...part }))
  const { refusal, create } = useCreation(async () => onMade(await createIntegration(http, kind, draft)), draft.url)
  const fields = { draft, change }
  return (
    <DialogForm
      title={text('web.integrations.addTo', { what: text(kindTitles[kind]) })}
      submitLabel={text('web.integrations.create')}
      action={create}
      isReady={kind !== 'token' || draft.scopes.length > 0}
      onClose={onClose}
    >
      <TextField
        label={text('web.integrations.name')}
        required
        maxLength={kind === 'command' ? 32 : 80}
        value={draft.name}
        onValue={(name) => change({ name })}
      />
      {(kind === 'incoming' || kind === 'outgoing') && <ChannelField {...fields} />}
      {(kind === 'outgoing' || kind === 'command') && <UrlField {...fields} refusal={refusal} />}
      {kind === 'outgoing' && <WordsField {...fields} />}
      {kind === 'command' && <DescriptionFields {...fields} />}
      {kind === 'token' && <TokenFields {...fields} />}
    </DialogForm>
  )
}

interface FieldsProps {
  readonly draft: IntegrationDraft
  readonly change: (part: Partial<IntegrationDraft>) => void
}

function ChannelField({ draft, change }: FieldsProps) {
  const text = useText()
  const names = useNames()
  const channels = useSession((session) => session.channels)
  const open = [...channels.values()].filter(({ channel }) => channel.kind !== 'direct' && !channel.archivedAt)
  return (
    <Field label={text('web.integrations.channel')}>
      {(ids) => (
        <select
          className="input"
          required
          {...ids}
          value={draft.channelId}
          onChange={(event) => change({ channelId: event.currentTarget.value })}
        >
          <option value="">{text('web.integrations.chooseChannel')}</option>
          {open.map(({ channel }) => (
            <option key={channel.id} value={channel.id}>
              {names.channel(channel)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function UrlField({ draft: { url: value }, change, refusal }: FieldsProps & { refusal: string | null }) {
  const text = useText()
  const hint = text('web.integrations.urlHint')
  const label = text('web.integrations.url')
  const onValue = (url: string) => change({ url })
  return <TextField {...{ label, hint, refusal, value, onValue }} type="url" required />
}

function WordsField({ draft, change }: FieldsProps) {
  const text = useText()
  return (
    <TextField
      label={text('web.integrations.words')}
      hint={text('web.integrations.wordsHint')}
      value={draft.words}
      onValue={(words) => change({ words })}
    />
  )
}

function DescriptionFields({ draft, change }: FieldsProps) {
  const text = useText()
  const english = text('web.integrations.descriptionEn')
  const chinese = text('web.integrations.descriptionZh')
  return (
    <>
      <TextField label={english} required maxLength={200} value={draft.en} onValue={(en) => change({ en })} />
      <TextField label={chinese} required maxLength={200} value={draft.zh} onValue={(zh) => change({ zh })} />
    </>
  )
}

function TokenFields({ draft, change }: FieldsProps) {
  const text = useText()
  const toggle = (scope: Scope, isChecked: boolean) =>
    change({ scopes: Scope.options.filter((it) => (it === scope ? isChecked : draft.scopes.includes(it))) })
  return (
    <>
      <fieldset className="scopes">
        <legend className="field__label">{text('web.integrations.scopes')}</legend>
        {Scope.options.map((scope) => (
          <CheckField
            key={scope}
            label={text(`web.scope.${scope}`)}
            hint={scope}
            isChecked={draft.scopes.includes(scope)}
            onChecked={(isChecked) => toggle(scope, isChecked)}
          />
        ))}
      </fieldset>
      <TextField
        label={text('web.integrations.days')}
        hint={text('web.integrations.daysHint')}
        type="number"
        min={1}
        max={3650}
        value={draft.days}
        onValue={(days) => change({ days })}
      />
    </>
  )
}
