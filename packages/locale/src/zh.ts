import type { Catalogue } from './catalogue'
import { cli } from './zh/cli'
import { errors } from './zh/errors'
import { moving } from './zh/moving'
import { rareTexts } from './zh/rare-texts'
import { server } from './zh/server'
import { web } from './zh/web'

export const zh: Catalogue = { ...errors, ...rareTexts, ...web, ...cli, ...server, ...moving }
