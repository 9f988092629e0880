import type { Account, User, UserId } from '@parley/protocol'
import { useEffect, useState } from 'react'
import { useMe, useServices } from '../../app/use-services'
import { isAdministrator } from './is-administrator'

/** As many as one call may name. */
const A_CALL = 200

/**
 * Addresses and suspensions of those who are shown, for administrators; read again when one of them changed. Where they
 * cannot be had, names do.
 */
export function useAccounts(shown: readonly User[]): ReadonlyMap<UserId, Account> {
  const { http } = useServices()
  const mayRead = isAdministrator(useMe())
  const [accounts, setAccounts] = useState<ReadonlyMap<UserId, Account>>(new Map())
  useEffect(() => {
    if (!mayRead) return
    const cancel = new AbortController()
    const read = (users: readonly User[]) => {
      // A query string holds ids with commas between them.
      const userIds = users.map(({ id }) => id).join(',')
      return http.query('users.list', { userIds }, { signal: cancel.signal })
    }
    Promise.all(inParts(shown).map(read)).then(
      (answers) => setAccounts(new Map(answers.flatMap(({ users }) => users.map((account) => [account.id, account])))),
      () => undefined,
    )
    return () => cancel.abort()
  }, [http, mayRead, shown])
  return accounts
}

const inParts = (users: readonly User[]): readonly (readonly User[])[] =>
  Array.from({ length: Math.ceil(users.length / A_CALL) }, (_, part) => users.slice(part * A_CALL, (part + 1) * A_CALL))
