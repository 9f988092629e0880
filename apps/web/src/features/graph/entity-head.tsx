import type { GraphEntity, GraphEntityId, GraphSay } from '@parley/protocol'
import { GitMerge, Plus } from 'lucide-react'
import { useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { Failure } from '../../components/failure'
import { useToast } from '../../components/toasts'
import { AddEdgeDialog } from './add-edge-dialog'
import { entityIcons } from './entity-look'
import { MergeDialog } from './merge-dialog'
import { useGraphWords } from './use-graph-words'

export interface EntityHeadProps {
  readonly entity: GraphEntity
  readonly say: GraphSay
  readonly onChanged: () => void
}

/** What an entity is called; and for whoever may, what can be done with it. */
export function EntityHead({ entity, say, onChanged }: EntityHeadProps) {
  const text = useText()
  const words = useGraphWords()
  const Icon = entityIcons[entity.kind]
  return (
    <header className="graph__head">
      <Icon size={20} aria-hidden="true" />
      <div className="graph__titles">
        <h2 className="graph__title">{words.nameOf(entity)}</h2>
        <p className="graph__note">
          {text(`web.graph.entity.${entity.kind}`)}
          {entity.aliases.length > 0 &&
            ` · ${text('web.graph.aliases', { names: entity.aliases.join(text('web.direct.separator')) })}`}
        </p>
      </div>
      {say === 'everything' && <EntityActions entity={entity} onChanged={onChanged} />}
    </header>
  )
}

function EntityActions({ entity, onChanged }: Omit<EntityHeadProps, 'say'>) {
  const text = useText()
  const toast = useToast()
  const { client } = useServices()
  const [dialog, setDialog] = useState<'merge' | 'add' | null>(null)
  const split = useAction(async (id: GraphEntityId) => {
    await client.command('graph.split', { entityId: id })
    toast({ text: text('web.graph.splitDone') })
    onChanged()
  })
  const close = () => {
    setDialog(null)
    onChanged()
  }
  return (
    <div className="graph__actions">
      {entity.merged.map(({ id, name }) => (
        <Button key={id} look="quiet" disabled={split.isRunning} onClick={() => void split.run(id)}>
          {text('web.graph.split', { name })}
        </Button>
      ))}
      <Button look="quiet" onClick={() => setDialog('merge')}>
        <GitMerge size={16} aria-hidden="true" />
        {text('web.graph.merge')}
      </Button>
      <Button look="quiet" onClick={() => setDialog('add')}>
        <Plus size={16} aria-hidden="true" />
        {text('web.graph.add')}
      </Button>
      {split.error !== null && <Failure error={split.error} />}
      {dialog === 'merge' && <MergeDialog entity={entity} onClose={close} />}
      {dialog === 'add' && <AddEdgeDialog entity={entity} onClose={close} />}
    </div>
  )
}
