import { documentErrors } from './document-errors'
import { sourceErrors } from './source-errors'
import { answers } from './web/answers'
import { documents } from './web/documents'
import { health } from './web/health'
import { questions } from './web/questions'
import { sources } from './web/sources'
import { tunings } from './web/tunings'

/** What only the pages about documents show: it comes with them, and keeps out of the first load. */
export const documentTexts = {
  ...documentErrors,
  ...sourceErrors,
  ...documents,
  ...answers,
  ...health,
  ...questions,
  ...sources,
  ...tunings,
} as const
