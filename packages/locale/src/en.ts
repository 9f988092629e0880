import { understanding } from './en/areas/understanding'
import { cli } from './en/cli'
import { errors } from './en/errors'
import { moving } from './en/moving'
import { server } from './en/server'
import { web } from './en/web'

export const en = { ...errors, ...web, ...understanding, ...cli, ...server, ...moving } as const
