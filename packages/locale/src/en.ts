import { administrationTexts } from './en/administration-texts'
import { cli } from './en/cli'
import { cliSources } from './en/cli-sources'
import { documentTexts } from './en/document-texts'
import { errors } from './en/errors'
import { graphTexts } from './en/graph-texts'
import { moving } from './en/moving'
import { queryTexts } from './en/query-texts'
import { reasonTexts } from './en/reason-texts'
import { replyTexts } from './en/reply-texts'
import { server } from './en/server'
import { understandingTexts } from './en/understanding-texts'
import { web } from './en/web'

export const en = {
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
} as const
