import './attention.css'
import type { Attention, MessageId } from '@parley/protocol'
import { useEffect, useState } from 'react'
import { useQuery } from '../../app/use-query'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { SkeletonRows } from '../../components/skeleton'
import { AttentionMap } from './attention-map'
import { HeadPicker } from './head-picker'
import { TokenStrip } from './token-strip'

/** More than any encoder has: the server answers with its last layer. */
const LAST = 48

/** What each token looks at, in the layer and head that are chosen. */
export default function AttentionView({ messageId }: { messageId: MessageId }) {
  const text = useText()
  const [layer, setLayer] = useState(LAST)
  const { loaded, reload } = useQuery('messages.attention', { messageId, layer })
  const shown = useLastAttention(loaded.phase === 'ready' ? loaded.answer.attention : null)
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  if (loaded.phase === 'ready' && !loaded.answer.attention)
    return <p className="empty__text">{text('web.attention.absent')}</p>
  if (!shown) return <SkeletonRows height={56} count={4} label={text('web.app.loading')} />
  return (
    <div className="attention__content">
      <p className="empty__text">{text('web.attention.caption')}</p>
      <LayerPicker layer={shown.layer} count={shown.layerCount} onLayer={setLayer} />
      <Layer attention={shown} />
    </div>
  )
}

/** What was shown stays while another layer is on its way: pickers must not jump under the pointer. */
function useLastAttention(attention: Attention | null): Attention | null {
  const [last, setLast] = useState(attention)
  useEffect(() => {
    if (attention) setLast(attention)
  }, [attention])
  return attention ?? last
}

function LayerPicker({ layer, count, onLayer }: { layer: number; count: number; onLayer: (layer: number) => void }) {
  const text = useText()
  return (
    <label className="attention__layer">
      <span>{text('web.attention.layer', { layer, count })}</span>
      <input
        type="range"
        min={1}
        max={count}
        defaultValue={layer}
        onChange={(event) => onLayer(event.currentTarget.valueAsNumber)}
      />
    </label>
  )
}

function Layer({ attention }: { attention: Attention }) {
  const text = useText()
  const [head, setHead] = useState(0)
  const [token, setToken] = useState<number | null>(null)
  const { tokens, heads, isTruncated } = attention
  // The first word of the message, until somebody chooses.
  const row =
    token ??
    Math.max(
      0,
      tokens.findIndex(({ isFrame }) => !isFrame),
    )
  const weights = heads[Math.min(head, heads.length - 1)] ?? []
  return (
    <>
      <HeadPicker attention={attention} head={head} onHead={setHead} />
      <AttentionMap tokens={tokens} weights={weights} row={row} onRow={setToken} />
      <TokenStrip tokens={tokens} weights={weights} row={row} onRow={setToken} />
      {isTruncated && <p className="field__hint">{text('web.attention.cut')}</p>}
    </>
  )
}
