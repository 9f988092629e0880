import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { useFail } from './use-fail'
import { useServices } from './use-services'

/** Ends the session on the server, which tells every page of it. */
export function useSignOut(): () => void {
  const { client } = useServices()
  const fail = useFail()
  const [, navigate] = useLocation()
  return useCallback(() => {
    client
      .signOut()
      .then(() => navigate('/'))
      .catch(fail)
  }, [client, fail, navigate])
}
