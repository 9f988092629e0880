import type { UserId } from '@parley/protocol'
import { useEffect, useState } from 'react'
import { useMe, useServices, useSession } from '../../app/use-services'
import { isAdministrator } from './is-administrator'

/** Addresses of people, for administrators; read again when somebody changed. Where they cannot be had, names do. */
export function useEmails(): ReadonlyMap<UserId, string> {
  const { http } = useServices()
  const mayRead = isAdministrator(useMe())
  const users = useSession((session) => session.users)
  const [emails, setEmails] = useState<ReadonlyMap<UserId, string>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: changed people may have changed addresses
  useEffect(() => {
    if (!mayRead) return
    const cancel = new AbortController()
    http.query('users.list', {}, { signal: cancel.signal }).then(
      (answer) => setEmails(new Map(answer.users.flatMap(({ id, email }) => (email ? [[id, email]] : [])))),
      () => undefined,
    )
    return () => cancel.abort()
  }, [http, mayRead, users])
  return emails
}
