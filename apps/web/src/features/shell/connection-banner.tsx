import { isDatabaseAway } from '@parley/client'
import { ParleyError } from '@parley/protocol'
import { CloudOff, Database, type LucideIcon, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { clockTime, dayKey, shortDate } from '../../app/time'
import { useReader } from '../../app/use-reader'
import { useClient, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'

/** One line above the page while something that it needs is away, or it is not the newest itself. */
export function ConnectionBanner() {
  const isAway = useClient((state) => isDatabaseAway(state))
  const isOffline = useClient(({ status }) => status === 'offline')
  const isKept = useClient(({ keptAtMs }) => keptAtMs !== null)
  if (isAway) return <DatabaseBanner />
  return isOffline || isKept ? <OfflineBanner /> : <BuildBanner />
}

function OfflineBanner() {
  const text = useText()
  const { client } = useServices()
  const keptAt = useKeptAt()
  const isFull = useClient(({ problem }) => problem instanceof ParleyError && problem.code === 'too_many_sockets')
  const away = keptAt ? text('web.offline.kept', { time: keptAt }) : text('web.connection.offline')
  return (
    <Banner icon={CloudOff} says={isFull ? text('error.too_many_sockets') : away}>
      <button type="button" className="link-button" onClick={() => client.wake()}>
        {text('web.connection.reconnect')}
      </button>
    </Banner>
  )
}

function DatabaseBanner() {
  const text = useText()
  const keptAt = useKeptAt()
  const says = keptAt ? text('web.offline.databaseAway', { time: keptAt }) : text('web.connection.databaseAway')
  return <Banner icon={Database} says={says} />
}

/** The page goes on as it is: when to load the newer one is its reader's choice. What is being written is kept. */
function BuildBanner() {
  const text = useText()
  const { build } = useServices()
  const webBuild = useClient(({ serverSays }) => serverSays?.webBuild)
  if (!build || !webBuild || build === webBuild) return null
  return (
    <Banner icon={RefreshCw} says={text('web.offline.newer')}>
      <button type="button" className="link-button" onClick={() => location.reload()}>
        {text('web.app.reload')}
      </button>
    </Banner>
  )
}

interface BannerProps {
  readonly icon: LucideIcon
  readonly says: string
  readonly children?: ReactNode
}

function Banner({ icon: Icon, says, children }: BannerProps) {
  return (
    <div className="banner" role="status">
      <Icon size={16} aria-hidden="true" />
      <span className="banner__text">{says}</span>
      {children}
    </div>
  )
}

/** When what is shown was true; null where it is now. */
function useKeptAt(): string | null {
  const reader = useReader()
  const keptAtMs = useClient((state) => state.keptAtMs)
  if (keptAtMs === null) return null
  const time = clockTime(new Date(keptAtMs).toISOString(), reader)
  return dayKey(keptAtMs, reader) === dayKey(Date.now(), reader) ? time : `${shortDate(keptAtMs, reader)} ${time}`
}
