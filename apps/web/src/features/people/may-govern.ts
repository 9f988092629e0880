import type { User } from '@parley/protocol'
import { isAdministrator } from './is-administrator'

/** As the server has it: owners govern everybody but owners, administrators those who are none; nobody themselves. */
export function mayGovern(me: User, person: User): boolean {
  if (person.id === me.id || person.role === 'owner') return false
  return me.role === 'owner' || (isAdministrator(me) && person.role !== 'administrator')
}
