import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { useSettleRemovals } from '../components/removals'
import { useFail } from './use-fail'
import { useServices } from './use-services'

/** Ends the session on the server, which tells every page of it. What waits to be taken back is done before. */
export function useSignOut(): () => void {
  const { client } = useServices()
  const settleRemovals = useSettleRemovals()
  const fail = useFail()
  const [, navigate] = useLocation()
  return useCallback(() => {
    settleRemovals()
      .then(() => client.signOut())
      .then(() => navigate('/'))
      .catch(fail)
  }, [client, settleRemovals, fail, navigate])
}
