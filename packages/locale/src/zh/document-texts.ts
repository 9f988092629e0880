import type { AreaTexts } from '../page-texts'
import { documentErrors } from './document-errors'
import { sourceErrors } from './source-errors'
import { answers } from './web/answers'
import { documents } from './web/documents'
import { health } from './web/health'
import { questions } from './web/questions'
import { sources } from './web/sources'
import { tunings } from './web/tunings'

export const documentTexts: AreaTexts['documents'] = {
  ...documentErrors,
  ...sourceErrors,
  ...documents,
  ...answers,
  ...health,
  ...questions,
  ...sources,
  ...tunings,
}
