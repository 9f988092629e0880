import type { CommandBody, CommandName } from '@parley/protocol'
import { useCallback } from 'react'
import { type Toast, useToast } from '../components/toasts'
import { useFail } from './use-fail'
import { useServices } from './use-services'

/** Gives a command, and says in passing how it went: `done`, or why it failed. */
export function useCommand(): <Name extends CommandName>(name: Name, body: CommandBody<Name>, done?: Toast) => void {
  const { client } = useServices()
  const toast = useToast()
  const fail = useFail()
  return useCallback(
    (name, body, done) => {
      client
        .command(name, body)
        .then(() => done && toast(done))
        .catch(fail)
    },
    [client, toast, fail],
  )
}
