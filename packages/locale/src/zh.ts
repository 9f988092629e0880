import type { Catalogue } from './catalogue'
import { administrationTexts } from './zh/administration-texts'
import { cli } from './zh/cli'
import { cliSources } from './zh/cli-sources'
import { documentTexts } from './zh/document-texts'
import { errors } from './zh/errors'
import { graphTexts } from './zh/graph-texts'
import { moving } from './zh/moving'
import { queryTexts } from './zh/query-texts'
import { reasonTexts } from './zh/reason-texts'
import { replyTexts } from './zh/reply-texts'
import { server } from './zh/server'
import { understandingTexts } from './zh/understanding-texts'
import { web } from './zh/web'

export const zh: Catalogue = {
  ...errors,
  ...administrationTexts,
  ...documentTexts,
  ...understandingTexts,
  ...queryTexts,
  ...replyTexts,
  ...reasonTexts,
  ...graphTexts,
  ...web,
  ...cli,
  ...cliSources,
  ...server,
  ...moving,
}
