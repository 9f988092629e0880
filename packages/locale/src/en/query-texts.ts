import { askedQuery } from './web/asked-query'
import { foundAnswers } from './web/found-answers'

/** What only stands under an answer: it comes with the first one, and keeps out of the first load. */
export const queryTexts = { ...askedQuery, ...foundAnswers } as const
