import type { User } from '@parley/protocol'
import { useMemo } from 'react'
import { useCommand } from '../../app/use-command'
import { useMe, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Avatar } from '../../components/avatar'
import { Button } from '../../components/button'
import { isAdministrator } from './is-administrator'

/** Those who have left, for administrators. */
export function ClosedAccounts() {
  const text = useText()
  const mayReopen = isAdministrator(useMe())
  const users = useSession((session) => session.users)
  const closed = useMemo(() => [...users.values()].filter((user) => !user.isActive), [users])
  if (!mayReopen || closed.length === 0) return null
  return (
    <details>
      <summary className="people-closed">
        {text('web.govern.closed')} ({closed.length})
      </summary>
      <ul className="rows">
        {closed.map((user) => (
          <ClosedRow key={user.id} user={user} />
        ))}
      </ul>
    </details>
  )
}

function ClosedRow({ user }: { user: User }) {
  const text = useText()
  const command = useCommand()
  const { name } = user
  const reopen = () =>
    command('users.reactivate', { userId: user.id }, { text: text('web.govern.reactivated', { name }) })
  return (
    <li className="row">
      <Avatar user={user} />
      <span className="row__main row__title">{name}</span>
      <Button onClick={reopen}>{text('web.govern.reactivate')}</Button>
    </li>
  )
}
