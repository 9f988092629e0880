import { cli } from './en/cli'
import { errors } from './en/errors'
import { moving } from './en/moving'
import { rareTexts } from './en/rare-texts'
import { server } from './en/server'
import { web } from './en/web'

export const en = { ...errors, ...rareTexts, ...web, ...cli, ...server, ...moving } as const
