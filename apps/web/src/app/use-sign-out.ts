import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { useToast } from '../components/toasts'
import { describeError } from './describe-error'
import { useLanguage, useServices } from './use-services'

/** Ends the session on the server, which tells every page of it. */
export function useSignOut(): () => void {
  const { client } = useServices()
  const toast = useToast()
  const language = useLanguage()
  const [, navigate] = useLocation()
  return useCallback(() => {
    client
      .signOut()
      .then(() => navigate('/'))
      .catch((error: unknown) => toast({ text: describeError(error, language).text }))
  }, [client, toast, language, navigate])
}
