import { documentErrors } from './document-errors'
import { sourceErrors } from './source-errors'
import { answers } from './web/answers'
import { documents } from './web/documents'
import { health } from './web/health'
import { questions } from './web/questions'
import { sources } from './web/sources'

/** What only the pages about documents show: it comes with them, and keeps out of the first load. */
export const documentTexts = {
  ...documentErrors,
  ...sourceErrors,
  ...documents,
  ...answers,
  ...health,
  ...questions,
  ...sources,
} as const
