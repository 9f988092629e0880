import type { HookDelivery, HookId } from '@parley/protocol'
import { RotateCw } from 'lucide-react'
import { useEffect } from 'react'
import { exactTime } from '../../app/time'
import { useFail } from '../../app/use-fail'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { IconButton } from '../../components/icon-button'
import { SkeletonRows } from '../../components/skeleton'
import { sayDelivery } from './say-delivery'

const FRESH_MS = 2_000

/** What was sent, newest first, looked at again while it is open. */
export function DeliveryLog({ hookId, name }: { hookId: HookId; name: string }) {
  const text = useText()
  const { loaded, reload } = useQuery('outgoingHooks.deliveries', { hookId, limit: 20 })
  useEffect(() => {
    const timer = setInterval(reload, FRESH_MS)
    return () => clearInterval(timer)
  }, [reload])
  if (loaded.phase === 'loading') return <SkeletonRows height={32} count={3} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { deliveries } = loaded.answer
  if (deliveries.length === 0) return <p className="integrations__none">{text('web.integrations.none')}</p>
  return (
    <ul className="deliveries" aria-label={text('web.integrations.log', { name })}>
      {deliveries.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} onChanged={reload} />
      ))}
    </ul>
  )
}

function Delivery({ delivery, onChanged }: { delivery: HookDelivery; onChanged: () => void }) {
  const text = useText()
  const reader = useReader()
  const fail = useFail()
  const { http } = useServices()
  const { id, eventType, status, createdAt } = delivery
  const again = () => void http.command('outgoingHooks.replay', { deliveryId: id }).then(onChanged, fail)
  return (
    <li className="delivery">
      <span className={`delivery__status delivery__status--${status}`}>
        {text(`web.integrations.status.${status}`)}
      </span>
      <span className="delivery__type">{eventType}</span>
      <span className="delivery__note">{sayDelivery(delivery, text, reader)}</span>
      <time dateTime={createdAt}>{exactTime(createdAt, reader)}</time>
      {status !== 'waiting' && (
        <IconButton label={text('web.integrations.again')} isSmall onClick={again}>
          <RotateCw size={14} />
        </IconButton>
      )}
    </li>
  )
}
