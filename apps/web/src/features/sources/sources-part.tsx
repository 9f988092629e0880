import './sources.css'
import type { DocumentSource } from '@parley/protocol'
import { FolderSync, Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { EmptyState } from '../../components/empty-state'
import { Failure } from '../../components/failure'
import { usePendingRemovals } from '../../components/removals'
import { SkeletonRows } from '../../components/skeleton'
import { SourceDialog } from './source-dialog'
import { SourceRow } from './source-row'
import { useSources } from './use-sources'

/** null: none is open; `new`: one is being added. */
type Editing = DocumentSource | 'new' | null

/** Where documents come from by themselves, and how that goes. */
export default function SourcesPart() {
  const text = useText()
  const { loaded, reload } = useSources()
  const [editing, setEditing] = useState<Editing>(null)
  if (loaded.phase === 'loading') return <SkeletonRows height={84} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { sources, ...choices } = loaded.answer
  return (
    <>
      <div className="sources__head">
        <p className="page__intro">{text('web.sources.intro')}</p>
        {sources.length > 0 && <AddButton onAdd={() => setEditing('new')} />}
      </div>
      <SourceList sources={sources} onEdit={setEditing} />
      {editing && (
        <SourceDialog source={editing === 'new' ? null : editing} choices={choices} onClose={() => setEditing(null)} />
      )}
    </>
  )
}

interface SourceListProps {
  readonly sources: readonly DocumentSource[]
  readonly onEdit: (editing: Editing) => void
}

function SourceList({ sources, onEdit }: SourceListProps) {
  const text = useText()
  const removed = usePendingRemovals()
  const shown = sources.filter(({ id }) => !removed.has(id))
  if (shown.length === 0) {
    return (
      <EmptyState icon={FolderSync} title={text('web.sources.empty')} hint={text('web.sources.emptyHint')}>
        <AddButton onAdd={() => onEdit('new')} />
      </EmptyState>
    )
  }
  return (
    <ul className="rows">
      {shown.map((source) => (
        <SourceRow key={source.id} source={source} onEdit={() => onEdit(source)} />
      ))}
    </ul>
  )
}

function AddButton({ onAdd }: { onAdd: () => void }) {
  const text = useText()
  return (
    <Button onClick={onAdd}>
      <Plus size={16} aria-hidden="true" />
      {text('web.sources.add')}
    </Button>
  )
}
