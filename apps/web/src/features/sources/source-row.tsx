import type { DocumentSource } from '@parley/protocol'
import { ChevronDown, ChevronRight, Pause, Pencil, Play, RefreshCw, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useAction } from '../../app/use-action'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { IconButton } from '../../components/icon-button'
import { useRemoval } from '../../components/removals'
import { SourceItems } from './source-items'
import { placeOf, SOURCE_ICONS } from './source-look'
import { SourceStatus } from './source-status'
import { isAtWork, tellSourcesChanged } from './use-sources'

export interface SourceRowProps {
  readonly source: DocumentSource
  readonly onEdit: () => void
}

export function SourceRow({ source, onEdit }: SourceRowProps) {
  const text = useText()
  const [isOpen, setIsOpen] = useState(false)
  const itemsId = useId()
  const Icon = SOURCE_ICONS[source.settings.kind]
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <li className="row source">
      <Icon size={18} aria-hidden="true" className="source__icon" />
      <div className="source__main">
        <p className="source__name">{source.name}</p>
        <p className="row__note source__place">{placeOf(source.settings) ?? text('web.sources.api')}</p>
        <SourceStatus source={source} />
        <button
          type="button"
          className="link-button source__more"
          aria-expanded={isOpen}
          aria-controls={itemsId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Chevron size={14} aria-hidden="true" />
          {text('web.sources.items')}
        </button>
        <div id={itemsId}>{isOpen && <SourceItems source={source} />}</div>
      </div>
      <SourceActions source={source} onEdit={onEdit} />
    </li>
  )
}

function SourceActions({ source, onEdit }: SourceRowProps) {
  const text = useText()
  const { id: sourceId, name, isPaused, settings } = source
  const remove = useRemove(source)
  const look = useSourceCommand('sources.run', source)
  const pause = useSourceCommand(isPaused ? 'sources.resume' : 'sources.pause', source)
  const isLookedAt = settings.kind !== 'api'
  return (
    <div className="source__actions" key={sourceId}>
      {isLookedAt && (
        <IconButton
          label={text('web.sources.look', { name })}
          disabled={look.isRunning || isAtWork(source)}
          onClick={() => void look.run()}
        >
          <RefreshCw size={16} />
        </IconButton>
      )}
      {isLookedAt && (
        <IconButton
          label={text(isPaused ? 'web.sources.resume' : 'web.sources.pause', { name })}
          onClick={() => void pause.run()}
        >
          {isPaused ? <Play size={16} /> : <Pause size={16} />}
        </IconButton>
      )}
      <IconButton label={text('web.sources.edit', { name })} onClick={onEdit}>
        <Pencil size={16} />
      </IconButton>
      <IconButton label={text('web.sources.remove', { name })} onClick={remove}>
        <Trash2 size={16} />
      </IconButton>
      {look.error !== null && <Failure error={look.error} />}
      {pause.error !== null && <Failure error={pause.error} />}
    </div>
  )
}

function useSourceCommand(name: 'sources.run' | 'sources.pause' | 'sources.resume', { id }: DocumentSource) {
  const { client } = useServices()
  return useAction(async () => {
    await client.command(name, { sourceId: id })
    tellSourcesChanged()
  })
}

/** Its documents stay: who wants them gone removes them from the list. */
function useRemove({ id, name }: DocumentSource): () => void {
  const text = useText()
  const { client } = useServices()
  const removeLater = useRemoval()
  return () =>
    removeLater({
      id,
      text: text('web.sources.removed', { name }),
      act: () => client.command('sources.remove', { sourceId: id }).then(tellSourcesChanged),
    })
}
