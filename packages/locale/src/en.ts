import { cli } from './en/cli'
import { documentTexts } from './en/document-texts'
import { errors } from './en/errors'
import { moving } from './en/moving'
import { server } from './en/server'
import { web } from './en/web'

export const en = { ...errors, ...documentTexts, ...web, ...cli, ...server, ...moving } as const
