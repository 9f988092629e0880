import type { CollectionId } from '@parley/protocol'
import { useText } from '../../app/use-text'
import { Field } from '../../components/field'
import { useDocuments } from './use-documents'

export interface CollectionFieldProps {
  /** null: where documents go. */
  readonly value: CollectionId | null
  readonly onValue: (value: CollectionId | null) => void
}

/** Where documents go; nothing to choose while there is but one place. */
export function CollectionField({ value, onValue }: CollectionFieldProps) {
  const text = useText()
  const { loaded } = useDocuments()
  const collections = loaded.phase === 'ready' ? loaded.answer.collections : []
  if (collections.length < 2) return null
  return (
    <Field label={text('web.documents.collection')}>
      {(ids) => (
        <select
          className="input"
          {...ids}
          value={value ?? collections.find(({ isDefault }) => isDefault)?.id ?? ''}
          onChange={(event) => onValue(event.currentTarget.value as CollectionId)}
        >
          {collections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
