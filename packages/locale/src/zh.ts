import type { Catalogue } from './catalogue'
import { cli } from './zh/cli'
import { documentTexts } from './zh/document-texts'
import { errors } from './zh/errors'
import { moving } from './zh/moving'
import { server } from './zh/server'
import { understandingTexts } from './zh/understanding-texts'
import { web } from './zh/web'

export const zh: Catalogue = {
  ...errors,
  ...documentTexts,
  ...understandingTexts,
  ...web,
  ...cli,
  ...server,
  ...moving,
}
