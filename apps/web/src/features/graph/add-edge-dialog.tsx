import { type GraphEntity, GraphRelation } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { Field } from '../../components/field'
import { useToast } from '../../components/toasts'
import { EntityField } from './entity-field'
import { useGraphWords } from './use-graph-words'

export interface AddEdgeDialogProps {
  readonly entity: GraphEntity
  readonly onClose: () => void
}

/** An expert's own word: from this entity to another, known or new. */
export function AddEdgeDialog({ entity, onClose }: AddEdgeDialogProps) {
  const text = useText()
  const words = useGraphWords()
  const toast = useToast()
  const { client } = useServices()
  const [type, setType] = useState<GraphRelation>('depends_on')
  const [other, setOther] = useState<{ entity: GraphEntity | null; name: string }>({ entity: null, name: '' })
  const name = words.nameOf(entity)
  const action = useAction(async () => {
    const to = other.entity ? { entityId: other.entity.id } : { name: other.name, kind: 'topic' as const }
    await client.command('graph.add', { type, from: { entityId: entity.id }, to })
    toast({ text: text('web.graph.added', { edge: [name, text(`web.graph.relation.${type}`), other.name].join(' ') }) })
    onClose()
  })
  return (
    <DialogForm
      title={text('web.graph.addTitle', { name })}
      submitLabel={text('web.graph.save')}
      action={action}
      isReady={other.name !== ''}
      onClose={onClose}
    >
      <Field label={text('web.graph.type')}>
        {(ids) => (
          <select
            className="input"
            {...ids}
            value={type}
            onChange={(event) =>
              setType(GraphRelation.options.find((one) => one === event.currentTarget.value) ?? type)
            }
          >
            {GraphRelation.options.map((one) => (
              <option key={one} value={one}>
                {text(`web.graph.relation.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <EntityField
        label={text('web.graph.addOther')}
        hint={text('web.graph.addHint')}
        exceptId={entity.id}
        onEntity={(found, written) => setOther({ entity: found, name: written })}
      />
    </DialogForm>
  )
}
