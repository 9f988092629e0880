import type { UserId } from '@parley/protocol'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { useFail } from '../../app/use-fail'
import { useServices } from '../../app/use-services'

/** Goes to the direct channel with these people, which is made when there is none. */
export function useGoToDirect(): (userIds: readonly UserId[]) => Promise<void> {
  const { client } = useServices()
  const [, navigate] = useLocation()
  return useCallback(
    async (userIds) => {
      const { channel } = await client.command('channels.openDirect', { userIds: [...userIds] })
      navigate(`/c/${channel.id}`)
    },
    [client, navigate],
  )
}

/** The same, and says in passing what stands in the way. */
export function useOpenDirect(): (userIds: readonly UserId[]) => Promise<void> {
  const go = useGoToDirect()
  const fail = useFail()
  return useCallback((userIds) => go(userIds).catch(fail), [go, fail])
}
