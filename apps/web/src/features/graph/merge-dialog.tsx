import type { GraphEntity, GraphEntityId } from '@parley/protocol'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { DialogForm } from '../../components/dialog-form'
import { useToast } from '../../components/toasts'
import { EntityField } from './entity-field'
import { useGraphWords } from './use-graph-words'

export interface MergeDialogProps {
  readonly entity: GraphEntity
  readonly onClose: () => void
}

/** Two names of one thing: this one counts as the chosen one from now on. */
export function MergeDialog({ entity, onClose }: MergeDialogProps) {
  const text = useText()
  const words = useGraphWords()
  const toast = useToast()
  const fail = useFail()
  const { client } = useServices()
  const [into, setInto] = useState<GraphEntity | null>(null)
  const name = words.nameOf(entity)
  const action = useAction(async () => {
    if (!into) return
    // The one that is looked at stays where it is: the other one comes to it.
    await client.command('graph.merge', { entityId: into.id, intoId: entity.id })
    const undo = () => void client.command('graph.split', { entityId: into.id as GraphEntityId }).then(onClose, fail)
    toast({ text: text('web.graph.merged', { name: words.nameOf(into), into: name }), onUndo: undo })
    onClose()
  })
  return (
    <DialogForm
      title={text('web.graph.mergeTitle', { name })}
      submitLabel={text('web.graph.merge')}
      action={action}
      isReady={into !== null}
      onClose={onClose}
    >
      <EntityField
        label={text('web.graph.search')}
        hint={text('web.graph.mergeHint')}
        exceptId={entity.id}
        onEntity={setInto}
      />
    </DialogForm>
  )
}
