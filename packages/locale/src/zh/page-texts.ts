import type { PageTexts } from '../page-texts'
import { errors } from './errors'
import { web } from './web'

export const pageTexts: PageTexts = { ...errors, ...web }
