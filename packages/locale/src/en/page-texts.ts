import { errors } from './errors'
import { web } from './web'

/** What a page in a browser may show. */
export const pageTexts = { ...errors, ...web } as const
