import type { UserId } from '@parley/protocol'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { describeError } from '../../app/describe-error'
import { useLanguage, useServices } from '../../app/use-services'
import { useToast } from '../../components/toasts'

/** Goes to the direct channel with these people, which is made when there is none. */
export function useOpenDirect(): (userIds: readonly UserId[]) => Promise<void> {
  const { client } = useServices()
  const [, navigate] = useLocation()
  const toast = useToast()
  const language = useLanguage()
  return useCallback(
    async (userIds) => {
      try {
        const { channel } = await client.command('channels.openDirect', { userIds: [...userIds] })
        navigate(`/c/${channel.id}`)
      } catch (error) {
        toast({ text: describeError(error, language).text })
      }
    },
    [client, navigate, toast, language],
  )
}
