import type { User } from '@parley/protocol'

export const isAdministrator = (user: Pick<User, 'role'>): boolean =>
  user.role === 'owner' || user.role === 'administrator'
