import type { GraphEntity, GraphEntityId } from '@parley/protocol'
import { useDeferredValue, useId, useState } from 'react'
import { useQuery } from '../../app/use-query'
import { TextField } from '../../components/field'

export interface EntityFieldProps {
  readonly label: string
  readonly hint: string
  /** What stands there first. */
  readonly initialName?: string | undefined
  readonly exceptId?: GraphEntityId
  /** Null while what stands there names none. */
  readonly onEntity: (entity: GraphEntity | null, name: string) => void
}

/** Chooses an entity by its name: what is known is offered while one writes. */
export function EntityField({ label, hint, initialName = '', exceptId, onEntity }: EntityFieldProps) {
  const listId = useId()
  const [name, setName] = useState(initialName)
  const { loaded } = useQuery('graph.find', { name: useDeferredValue(name.trim()), limit: 20 })
  const offered = loaded.phase === 'ready' ? loaded.answer.entities.filter(({ id }) => id !== exceptId) : []
  const write = (written: string) => {
    setName(written)
    onEntity(offered.find((entity) => entity.name === written.trim()) ?? null, written.trim())
  }
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        value={name}
        onValue={write}
        list={listId}
        maxLength={120}
        autoComplete="off"
        required
      />
      <datalist id={listId}>
        {offered.map((entity) => (
          <option key={entity.id} value={entity.name} />
        ))}
      </datalist>
    </>
  )
}
