import type { DocumentSource, SourceKind } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { TextField } from '../../components/field'
import { Segmented } from '../../components/segmented'
import { CollectionField } from '../knowledge/collection-field'
import { draftOf, minutesOf, NEW_SOURCE, type SourceDraft, secretOf, settingsOf, USUAL_MINUTES } from './source-draft'
import { IntervalField, PlaceFields } from './source-fields'
import { type SourceChoices, tellSourcesChanged } from './use-sources'

export interface SourceDialogProps {
  /** null: a new one. */
  readonly source: DocumentSource | null
  readonly choices: SourceChoices
  readonly onClose: () => void
}

/** Says where documents come from, or says it anew. */
export function SourceDialog({ source, choices, onClose }: SourceDialogProps) {
  const text = useText()
  const [draft, setDraft] = useState<SourceDraft>(() => (source ? draftOf(source) : NEW_SOURCE))
  const change = (part: Partial<SourceDraft>) => setDraft((before) => ({ ...before, ...part }))
  const save = useSave(source, draft, onClose)
  const fields = { draft, change, directories: choices.directories, hasSecret: source?.hasSecret ?? false }
  return (
    <DialogForm
      title={source ? text('web.sources.edit', { name: source.name }) : text('web.sources.add')}
      submitLabel={text(source ? 'web.documents.save' : 'web.sources.add')}
      action={save}
      onClose={onClose}
    >
      {!source && (
        <KindField kind={draft.kind} onKind={(kind) => change({ kind, everyMinutes: USUAL_MINUTES[kind] })} />
      )}
      <TextField
        label={text('web.sources.name')}
        required
        maxLength={80}
        value={draft.name}
        onValue={(name) => change({ name })}
      />
      <PlaceFields {...fields} />
      {!source && (
        <CollectionField
          value={draft.collectionId}
          among={new Set(choices.collectionIds)}
          onValue={(collectionId) => change({ collectionId })}
        />
      )}
      {draft.kind !== 'api' && <IntervalField {...fields} />}
    </DialogForm>
  )
}

function useSave(source: DocumentSource | null, draft: SourceDraft, onClose: () => void) {
  const { client } = useServices()
  return useAction(async () => {
    const settings = settingsOf(draft, source?.settings ?? null)
    const said = { name: draft.name.trim(), everyMinutes: minutesOf(draft), ...secretOf(draft) }
    const isElsewhere = JSON.stringify(settings) !== JSON.stringify(source?.settings)
    const { collectionId } = draft
    if (source) {
      await client.command('sources.update', { sourceId: source.id, ...said, ...(isElsewhere && { settings }) })
    } else await client.command('sources.add', { ...said, settings, ...(collectionId && { collectionId }) })
    tellSourcesChanged()
    onClose()
  })
}

const KINDS = ['website', 'folder', 'git', 'api'] as const

function KindField({ kind, onKind }: { kind: SourceKind; onKind: (kind: SourceKind) => void }) {
  const text = useText()
  return (
    <Segmented
      label={text('web.sources.kind')}
      value={kind}
      onValue={onKind}
      options={KINDS.map((value) => ({ value, label: text(`web.sources.${value}`) }))}
    />
  )
}
