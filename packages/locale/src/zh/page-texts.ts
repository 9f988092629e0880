import type { DocumentTexts, PageTexts } from '../page-texts'
import { errors } from './errors'
import { web } from './web'

export const pageTexts: Omit<PageTexts, keyof DocumentTexts> = { ...errors, ...web }
