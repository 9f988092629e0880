import { CloudOff, Database } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useClient, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'

/** One line above the page while something that it needs is away. */
export function ConnectionBanner() {
  const text = useText()
  const { client } = useServices()
  const isOffline = useClient((state) => state.status === 'offline')
  const isDatabaseAway = useIsDatabaseAway()
  if (!isOffline && !isDatabaseAway) return null
  return (
    <div className="banner" role="status">
      {isOffline ? <CloudOff size={16} aria-hidden="true" /> : <Database size={16} aria-hidden="true" />}
      <span className="banner__text">{text(isOffline ? 'web.connection.offline' : 'web.connection.databaseAway')}</span>
      {isOffline && (
        <button type="button" className="link-button" onClick={() => client.wake()}>
          {text('web.connection.reconnect')}
        </button>
      )}
    </div>
  )
}

const CHECK_MS = 20_000

function useIsDatabaseAway(): boolean {
  const { http } = useServices()
  const [isAway, setIsAway] = useState(false)
  useEffect(() => {
    const check = () =>
      http
        .query('health', {})
        .then(({ database }) => setIsAway(database === 'unavailable'))
        // The server itself is away: the connection's own banner says so.
        .catch(() => setIsAway(false))
    const timer = setInterval(() => document.hidden || void check(), CHECK_MS)
    return () => clearInterval(timer)
  }, [http])
  return isAway
}
