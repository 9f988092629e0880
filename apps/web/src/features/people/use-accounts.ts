import type { Account, UserId } from '@parley/protocol'
import { useEffect, useState } from 'react'
import { useMe, useServices, useSession } from '../../app/use-services'
import { isAdministrator } from './is-administrator'

/** Addresses and suspensions, for administrators; read again when somebody changed. Where they cannot be had, names do. */
export function useAccounts(): ReadonlyMap<UserId, Account> {
  const { http } = useServices()
  const mayRead = isAdministrator(useMe())
  const users = useSession((session) => session.users)
  const [accounts, setAccounts] = useState<ReadonlyMap<UserId, Account>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: changed people may have changed addresses
  useEffect(() => {
    if (!mayRead) return
    const cancel = new AbortController()
    http.query('users.list', {}, { signal: cancel.signal }).then(
      (answer) => setAccounts(new Map(answer.users.map((account) => [account.id, account]))),
      () => undefined,
    )
    return () => cancel.abort()
  }, [http, mayRead, users])
  return accounts
}
