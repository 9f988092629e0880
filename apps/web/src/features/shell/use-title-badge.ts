import { useEffect } from 'react'
import { useSession } from '../../app/use-services'
import { countCalls } from './channel-signal'

/** `(3) Parley`: how many messages are meant for the person, where a tab shows its title. */
export function useTitleBadge(): void {
  const count = useSession(({ channels }) => countCalls(channels.values()))
  useEffect(() => {
    const title = document.title.replace(/^\(\d+\) /, '')
    document.title = count > 0 ? `(${count}) ${title}` : title
    return () => {
      document.title = title
    }
  }, [count])
}
