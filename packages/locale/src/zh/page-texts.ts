import type { PageTexts, RareTexts } from '../page-texts'
import { errors } from './errors'
import { web } from './web'

export const pageTexts: Omit<PageTexts, keyof RareTexts> = { ...errors, ...web }
