import type { CollectionId } from '@parley/protocol'
import { useText } from '../../app/use-text'
import { Field } from '../../components/field'
import { useDocuments } from './use-documents'

export interface CollectionFieldProps {
  /** null: the default. */
  readonly value: CollectionId | null
  /** Which may be chosen beside the present one. Default: all. */
  readonly among?: ReadonlySet<CollectionId>
  readonly onValue: (value: CollectionId) => void
}

/** Where documents or answers go; nothing to choose while there is but one place. */
export function CollectionField({ value, among, onValue }: CollectionFieldProps) {
  const text = useText()
  const { loaded } = useDocuments()
  const all = loaded.phase === 'ready' ? loaded.answer.collections : []
  const collections = among ? all.filter(({ id }) => among.has(id) || id === value) : all
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
