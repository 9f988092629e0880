import { askedQuery } from './web/asked-query'

/** What only stands under an answer: it comes with the first one, and keeps out of the first load. */
export const queryTexts = { ...askedQuery } as const
