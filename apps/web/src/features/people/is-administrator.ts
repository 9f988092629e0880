import type { User } from '@parley/protocol'

export const isAdministrator = (user: User): boolean => user.role === 'owner' || user.role === 'administrator'
