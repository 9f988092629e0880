import type { DocumentSource, SourceItem } from '@parley/protocol'
import { CircleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { usePanel } from '../../app/use-panel'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'
import { CopyButton } from '../../components/copy-button'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { Reason } from './source-status'

const PAGE = 50
const MOST = 200

/** What a source holds: what could not be taken in first, and why. */
export function SourceItems({ source: { id, settings, documentCount, failedCount } }: { source: DocumentSource }) {
  const text = useText()
  const [limit, setLimit] = useState(PAGE)
  const { loaded, reload } = useQuery('sources.items', { sourceId: id, limit })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other counts are another list
  useEffect(reload, [documentCount, failedCount])
  if (loaded.phase === 'loading') return <SkeletonRows height={28} count={3} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { items, hasMore } = loaded.answer
  return (
    <>
      {settings.kind === 'api' && <Identifier id={id} />}
      {items.length === 0 && <p className="field__hint">{text('web.sources.noItems')}</p>}
      <ul className="source-items">
        {items.map((item) => (
          <ItemLine key={item.key} item={item} />
        ))}
      </ul>
      {hasMore && limit < MOST && (
        <Button look="quiet" onClick={() => setLimit(MOST)}>
          {text('web.sources.more')}
        </Button>
      )}
    </>
  )
}

/** What a program has to name. */
function Identifier({ id }: { id: string }) {
  const text = useText()
  return (
    <p className="source__identifier">
      {text('web.sources.identifier')} <span className="code-chip">{id}</span>
      <CopyButton content={id} label={text('web.sources.identifier')} />
    </p>
  )
}

function ItemLine({ item: { key, documentId, title, failure } }: { item: SourceItem }) {
  const text = useText()
  const { open } = usePanel()
  return (
    <li className="source-item">
      {documentId ? (
        <button
          type="button"
          className="link-button source-item__title"
          onClick={() => open({ kind: 'document', id: documentId, start: null, end: null })}
        >
          {title}
        </button>
      ) : (
        <span className="source-item__title">{text('web.sources.notTaken')}</span>
      )}
      <span className="source-item__key">{key}</span>
      {failure && (
        <span className="source-item__reason">
          <CircleAlert size={14} aria-hidden="true" />
          <span>
            <Reason failure={failure} />
          </span>
        </span>
      )}
    </li>
  )
}
