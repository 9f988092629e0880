import type { Catalogue } from './catalogue'
import { understanding } from './zh/areas/understanding'
import { cli } from './zh/cli'
import { errors } from './zh/errors'
import { moving } from './zh/moving'
import { server } from './zh/server'
import { web } from './zh/web'

export const zh: Catalogue = { ...errors, ...web, ...understanding, ...cli, ...server, ...moving }
