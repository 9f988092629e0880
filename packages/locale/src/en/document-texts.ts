import { documentErrors } from './document-errors'
import { answers } from './web/answers'
import { documents } from './web/documents'
import { questions } from './web/questions'

/** What only the pages about documents show: it comes with them, and keeps out of the first load. */
export const documentTexts = { ...documentErrors, ...documents, ...answers, ...questions } as const
